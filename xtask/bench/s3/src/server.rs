//! A server of one large object and of a small one. It discards what is uploaded.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

use aws_smithy_checksums::ChecksumAlgorithm;
use bench::Failure;

/// Length of the large object.
pub(crate) const LENGTH: u64 = 1 << 30;
/// Length of the small object.
const SMALL: u64 = 64 * 1024;
/// Length of a part that is written at once.
const PART: usize = 64 * 1024;

/// Prints the address, and serves connections.
pub(crate) fn serve() -> Result<(), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let checksums = [checksum(SMALL), checksum(LENGTH)];
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let (stream, checksums) = (stream?, checksums.clone());
        // A client may close its connection.
        thread::spawn(move || serve_connection(&stream, &checksums));
    }
    Ok(())
}

/// CRC-32 of zeros.
fn checksum(length: u64) -> String {
    let mut checksum = ChecksumAlgorithm::Crc32.into_impl();
    for _ in 0..length / PART as u64 {
        checksum.update(&[0; PART]);
    }
    checksum.header_value().to_str().unwrap_or_default().to_owned()
}

fn serve_connection(stream: &TcpStream, checksums: &[String; 2]) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::with_capacity(PART, stream);
    while let Some(request) = Request::read(&mut reader)? {
        if request.is_upload {
            io::copy(&mut reader.by_ref().take(request.length), &mut io::sink())?;
            (&*stream).write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\netag: \"tag\"\r\n\r\n")?;
        } else {
            let (length, checksum) =
                if request.is_small { (SMALL, &checksums[0]) } else { (LENGTH, &checksums[1]) };
            send(stream, length, checksum)?;
        }
    }
    Ok(())
}

fn send(mut stream: &TcpStream, length: u64, checksum: &str) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\netag: \"tag\"\r\nx-amz-checksum-crc32: {checksum}\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    for _ in 0..length / PART as u64 {
        stream.write_all(&[0; PART])?;
    }
    Ok(())
}

/// The parts of a request that its response depends on.
struct Request {
    is_upload: bool,
    is_small: bool,
    length: u64,
}

impl Request {
    /// Reads the head of a request; `None` at the end of the connection.
    fn read(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Self>> {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut request =
            Self { is_upload: line.starts_with("PUT"), is_small: line.contains("/small"), length: 0 };
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line)?;
            if let Some(length) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                request.length = length.trim().parse().map_err(io::Error::other)?;
            }
        }
        Ok(Some(request))
    }
}
