//! Transfers 1 GiB to or from a server in another process: time, CPU time and peak memory of this process, as JSON.
//!
//! ```text
//! transfer serve                                       prints its address, and serves until it is killed
//! transfer official|ours KIND ADDRESS                  transfers once
//! ```
//!
//! The kinds are `download`, `download-file`, `upload` (of a stream) and `upload-file`.

use std::fs;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use aws_credential_types::Credentials;
use aws_smithy_types::byte_stream::ByteStream;
use aws_types::region::Region;
use bench::{Failure, on_one_thread, process_time};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use serde_json::json;

#[path = "../server.rs"]
mod server;

use server::LENGTH;

fn main() -> Result<(), Failure> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve"] => server::serve(),
        ["official", kind, address] => on_one_thread(measured(official(kind, address))),
        ["ours", kind, address] => on_one_thread(measured(ours(kind, address))),
        _ => Err("usage: transfer serve, or transfer official|ours KIND ADDRESS".into()),
    }
}

/// Prints the costs of a transfer.
async fn measured(transfer: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let (start, cpu) = (Instant::now(), process_time());
    let outcome = transfer.await;
    let (seconds, cpu) = (start.elapsed(), process_time().saturating_sub(cpu));
    if file().exists() {
        fs::remove_file(file())?;
    }
    outcome?;
    let figures = json!({
        "seconds": seconds.as_secs_f64(),
        "cpu_seconds": cpu.as_secs_f64(),
        "peak_bytes": peak_memory()?,
    });
    println!("{figures:#}");
    Ok(())
}

/// The file of this transfer.
fn file() -> PathBuf {
    std::env::temp_dir().join(format!("tinsmith-transfer-{}", std::process::id()))
}

/// The greatest resident memory of this process, on Linux.
fn peak_memory() -> Result<u64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("there is no peak")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? * 1024)
}

/// Defines the transfers of a crate.
macro_rules! transfers {
    ($name:ident, $sdk:ident) => {
        async fn $name(kind: &str, address: &str) -> Result<(), Failure> {
            let config = $sdk::Config::builder()
                .behavior_version_latest()
                .region(Region::from_static("eu-central-1"))
                .credentials_provider(Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "bench"))
                .http_client(aws_smithy_http_client::Builder::new().build_http())
                .endpoint_url(format!("http://{address}"));
            let client = $sdk::Client::from_conf(config.build());
            if let Some(body) = upload(kind).await? {
                let put = client.put_object().bucket("images").key("large").body(body).send().await?;
                return if put.e_tag().is_some() { Ok(()) } else { Err("there is no tag".into()) };
            }
            let object = client.get_object().bucket("images").key("large").send().await?;
            download(kind, object.body).await
        }
    };
}

transfers!(official, aws_sdk_s3);
transfers!(ours, s3);

/// The body of an upload.
async fn upload(kind: &str) -> Result<Option<ByteStream>, Failure> {
    match kind {
        "upload" => Ok(Some(ByteStream::from_body_1_x(Zeros { rest: LENGTH }))),
        "upload-file" => {
            // Its blocks are not written, so that the disk is not measured.
            fs::File::create(file())?.set_len(LENGTH)?;
            Ok(Some(ByteStream::from_path(file()).await?))
        }
        _ => Ok(None),
    }
}

async fn download(kind: &str, mut body: ByteStream) -> Result<(), Failure> {
    let mut length = 0;
    if kind == "download-file" {
        let mut to = tokio::fs::File::create(file()).await?;
        length = tokio::io::copy_buf(&mut body.into_async_read(), &mut to).await?;
    } else {
        while let Some(bytes) = body.try_next().await? {
            length += bytes.len() as u64;
        }
    }
    if length == LENGTH { Ok(()) } else { Err(format!("{length} bytes").into()) }
}

/// A body of zeros.
struct Zeros {
    rest: u64,
}

impl Zeros {
    const FRAME: &[u8] = &[0; 64 * 1024];
}

impl Body for Zeros {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.rest == 0 {
            return Poll::Ready(None);
        }
        self.rest -= Self::FRAME.len() as u64;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(Self::FRAME)))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest)
    }
}
