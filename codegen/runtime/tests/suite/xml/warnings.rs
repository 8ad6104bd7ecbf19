//! Warnings of what a reader leaves out.

use std::{
    io,
    sync::{Arc, Mutex},
};

use tinsmith_runtime::wire::{Readable as _, XmlReader};

use super::sample::{ITEM, Item};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns what a lenient reader logs.
fn log(content: &str) -> String {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).without_time().finish();
    tracing::subscriber::with_default(subscriber, || {
        let document = format!("<Item>{content}</Item>");
        Item::read(&mut XmlReader::new(document.as_bytes()).unwrap().lenient(true), &ITEM).unwrap();
    });
    let bytes = log.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn elements_in_text() {
    let log = log("<Other>secret<x>secret</x>secret</Other>");
    assert!(log.contains("WARN") && log.contains("dropped the elements in a text"), "{log}");
    assert!(log.contains("Other") && !log.contains("secret"), "{log}");
}

#[test]
fn map_entries_without_key_or_value() {
    for entry in ["<entry><key>secret</key></entry>", "<entry><value>secret</value></entry>", "<entry/>"] {
        let log = log(&format!("<labels>{entry}</labels>"));
        assert!(log.contains("WARN") && log.contains("dropped an entry of a map"), "{log}");
        assert!(log.contains("sample#Item$labels") && !log.contains("secret"), "{log}");
    }
}

#[test]
fn documents_of_the_model() {
    let content = "<name>a</name><labels><entry><key>a</key><value/></entry></labels><Key/><tags/>";
    assert_eq!(log(content), "");
}
