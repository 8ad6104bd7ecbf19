//! A server that plays a script.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use bytes::Bytes;
use http::Request;
use tokio::sync::Notify;

use crate::{
    answer::{Answer, Then},
    wire,
};

/// An HTTP/1.1 server on a port of its own, which gives the scripted answers in turn, whatever it
/// is asked, and remembers what it was asked.
///
/// A request beyond the script gets an answer that no call takes for a success; tests count the
/// requests. The server ends when the value is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stage: Arc<Stage>,
    doorman: Option<JoinHandle<()>>,
}

/// What the threads of a server share.
#[derive(Debug, Default)]
struct Stage {
    script: Mutex<VecDeque<Answer>>,
    requests: Mutex<Vec<Request<Bytes>>>,
    silence: Silence,
    closing: AtomicBool,
}

/// Tells when a server has gone silent, so that a test's timeouts can strike just then.
#[derive(Clone, Debug, Default)]
pub struct Silence(Arc<Notify>);

impl Silence {
    /// Waits for the next silence, or takes note of one that nobody has waited for yet.
    pub async fn falls(&self) {
        self.0.notified().await;
    }
}

impl Server {
    /// Starts a server with a script.
    ///
    /// # Panics
    ///
    /// When there is no free port.
    #[must_use]
    pub fn start(script: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("a bound socket has an address");
        let stage = Arc::new(Stage { script: Mutex::new(script.into_iter().collect()), ..Stage::default() });
        let backstage = stage.clone();
        let doorman = thread::spawn(move || admit(&listener, &backstage));
        Self { address, stage, doorman: Some(doorman) }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it listens, as a URL without a path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it has been asked so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        locked(&self.stage.requests).clone()
    }

    /// The only request.
    ///
    /// # Panics
    ///
    /// When there was none, or more than one.
    #[must_use]
    pub fn request(&self) -> Request<Bytes> {
        let requests = self.requests();
        let [request] = requests.as_slice() else {
            panic!("expected one request, not {}: {requests:?}", requests.len())
        };
        request.clone()
    }

    /// Tells when it goes silent.
    #[must_use]
    pub fn silence(&self) -> Silence {
        self.stage.silence.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stage.closing.store(true, Ordering::SeqCst);
        // Wakes the doorman, who then sees that it is over. If the door is shut already, he has gone.
        let woken = TcpStream::connect(self.address);
        if let (Ok(_), Some(doorman)) = (woken, self.doorman.take()) {
            let _ = doorman.join();
        }
    }
}

fn admit(listener: &TcpListener, stage: &Arc<Stage>) {
    for stream in listener.incoming() {
        if stage.closing.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let stage = stage.clone();
            // A client that hangs up in the middle of something is not the server's failure.
            thread::spawn(move || stage.play(stream));
        }
    }
}

impl Stage {
    fn play(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        while let Some(request) = wire::read_request(&mut stream)? {
            locked(&self.requests).push(request);
            let answer = locked(&self.script).pop_front().unwrap_or_else(off_script);
            stream.write_all(&answer.bytes)?;
            match answer.then {
                Then::Continue => {}
                Then::Close => return Ok(()),
                Then::Stall => return self.stall(stream),
            }
        }
        Ok(())
    }

    /// Leaves the client waiting until it hangs up.
    fn stall(&self, mut stream: TcpStream) -> io::Result<()> {
        self.silence.0.notify_one();
        while stream.read(&mut [0; 64])? > 0 {}
        Ok(())
    }
}

fn off_script() -> Answer {
    Answer::json(418, r#"{"__type":"OffScript","message":"the script has no answer to this"}"#)
}

/// What a panic elsewhere left behind is still worth looking at.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
