//! The server and its threads.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use tokio::sync::Notify;

use crate::{
    response::{Response, Then},
    wire,
};

/// Interval between two checks that the server is to stop.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// An HTTP/1.1 server on a port of its own. It sends the scripted responses in order, whatever the
/// requests are, and records the requests.
///
/// Requests beyond the end of the script get status 418, which no client takes for a success. The
/// server stops when the value is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

/// State shared by the threads of a server.
#[derive(Debug, Default)]
struct Shared {
    script: Mutex<VecDeque<Response>>,
    requests: Mutex<Vec<Request<Bytes>>>,
    stalls: Stalls,
    closing: AtomicBool,
}

/// Notification of stalled connections, so that a test can let its timeouts expire at that moment.
#[derive(Clone, Debug, Default)]
pub struct Stalls(Arc<Notify>);

impl Stalls {
    /// Waits for the next stall. A stall that nobody has waited for yet completes it immediately.
    pub async fn next(&self) {
        self.0.notified().await;
    }
}

impl Server {
    /// Starts a server with a script.
    ///
    /// # Panics
    ///
    /// Panics when no port is free.
    #[must_use]
    pub fn start(script: impl IntoIterator<Item = Response>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("a bound socket has an address");
        let shared =
            Arc::new(Shared { script: Mutex::new(script.into_iter().collect()), ..Shared::default() });
        let accepting = shared.clone();
        let acceptor = thread::spawn(move || accept(&listener, &accepting));
        Self { address, shared, acceptor: Some(acceptor) }
    }

    /// Address that the server listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// URL of the server, without a path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Requests received so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        locked(&self.shared.requests).clone()
    }

    /// The only request.
    ///
    /// # Panics
    ///
    /// Panics when the server has received no request or several.
    #[must_use]
    pub fn request(&self) -> Request<Bytes> {
        let requests = self.requests();
        let [request] = requests.as_slice() else {
            panic!("expected one request, not {}: {requests:?}", requests.len())
        };
        request.clone()
    }

    /// Notification of stalled connections.
    #[must_use]
    pub fn stalls(&self) -> Stalls {
        self.shared.stalls.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::SeqCst);
        // A connection wakes the acceptor, which then ends. Without a listener it has already ended.
        let woken = TcpStream::connect(self.address);
        if let (Ok(_), Some(acceptor)) = (woken, self.acceptor.take()) {
            let _ = acceptor.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.closing.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let shared = shared.clone();
            // A client may close the connection at any time: errors are ignored.
            thread::spawn(move || shared.serve(stream));
        }
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        while let Some(request) = wire::read_request(&mut stream)? {
            let response = locked(&self.script).pop_front().unwrap_or_else(off_script);
            let body = wire::read_body(&mut stream, request.headers(), response.reads)?;
            locked(&self.requests).push(request.map(|()| body));
            stream.write_all(&response.bytes)?;
            match response.then {
                Then::KeepAlive => {}
                Then::Disconnect => return Ok(()),
                Then::Stall if response.reads.is_some() => {
                    self.wait(&stream);
                    return Ok(());
                }
                Then::Stall => return self.stall(stream),
            }
        }
        Ok(())
    }

    /// Neither sends nor reads until the server stops.
    fn wait(&self, _open: &TcpStream) {
        self.stalls.0.notify_one();
        while !self.closing.load(Ordering::SeqCst) {
            thread::sleep(POLL_INTERVAL);
        }
    }

    /// Sends nothing until the client closes the connection.
    fn stall(&self, mut stream: TcpStream) -> io::Result<()> {
        self.stalls.0.notify_one();
        while stream.read(&mut [0; 64])? > 0 {}
        Ok(())
    }
}

fn off_script() -> Response {
    Response::json(418, r#"{"__type":"OffScript","message":"the script has no more responses"}"#)
}

/// Locks a mutex, also after a panic of another thread.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
