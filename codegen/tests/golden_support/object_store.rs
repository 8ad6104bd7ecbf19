//! A server that stores objects and their parts.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request, whose body is decoded.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// What the request does: `put`, `get bytes=0-9`, `create`, `part 1`, `complete 1 2`, `abort` or `list`.
    pub summary: String,
    pub method: String,
    pub query: BTreeMap<String, String>,
    /// Headers and trailers.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// A response.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// Length after which the connection is closed.
    pub cut: Option<usize>,
}

impl Response {
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), cut: None }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

#[derive(Default)]
struct State {
    requests: Vec<Request>,
    object: Vec<u8>,
    /// Parts with their checksums.
    parts: BTreeMap<u32, (Vec<u8>, String)>,
}

/// Changes a response, by its request and the number of requests before it that did the same. It is called with the status 0
/// before the request has an effect: what it returns with another status is sent instead.
type Fault = Box<dyn Fn(&Request, usize, Response) -> Response + Send + Sync>;

/// A server with one object. The entity tag of the object and of its parts is `"tag"`.
#[derive(Clone)]
pub struct Store {
    state: Arc<Mutex<State>>,
    pub url: String,
}

impl Store {
    pub fn start(fault: impl Fn(&Request, usize, Response) -> Response + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let store = Self { state: Arc::default(), url };
        let (served, fault): (_, Arc<Fault>) = (store.clone(), Arc::new(Box::new(fault)));
        thread::spawn(move || {
            for connection in listener.incoming() {
                let (store, fault) = (served.clone(), fault.clone());
                thread::spawn(move || store.serve(connection.unwrap(), &fault));
            }
        });
        store
    }

    pub fn with_object(self, object: Vec<u8>) -> Self {
        self.state.lock().unwrap().object = object;
        self
    }

    pub fn object(&self) -> Vec<u8> {
        self.state.lock().unwrap().object.clone()
    }

    pub fn requests(&self) -> Vec<Request> {
        self.state.lock().unwrap().requests.clone()
    }

    /// Returns the sorted summaries of the requests, and forgets them.
    pub fn take_summaries(&self) -> Vec<String> {
        let requests = std::mem::take(&mut self.state.lock().unwrap().requests);
        let mut summaries: Vec<_> = requests.into_iter().map(|request| request.summary).collect();
        summaries.sort();
        summaries
    }

    /// Returns the request that does something.
    pub fn request(&self, summary: &str) -> Request {
        self.requests().into_iter().find(|request| request.summary == summary).unwrap()
    }

    fn serve(&self, connection: TcpStream, fault: &Fault) {
        let mut reader = BufReader::new(connection.try_clone().unwrap());
        let mut writer = connection;
        while let Some(request) = read(&mut reader) {
            let response = {
                let mut state = self.state.lock().unwrap();
                let earlier = state.requests.iter().filter(|it| it.summary == request.summary).count();
                state.requests.push(request.clone());
                // What fails must not be stored.
                let planned = fault(&request, earlier, Response::new(0, ""));
                if planned.status == 0 { fault(&request, earlier, state.respond(&request)) } else { planned }
            };
            let cut = response.cut;
            if write(&mut writer, &request, response).is_err() || cut.is_some() {
                return;
            }
        }
    }
}

impl State {
    fn respond(&mut self, request: &Request) -> Response {
        let tagged = || Response::new(200, "").with("ETag", "\"tag\"").with("x-amzn-requestid", "id");
        let number = || request.query["partNumber"].parse::<u32>().unwrap();
        match request.summary.split(' ').next().unwrap() {
            "create" => Response::new(200, "<Result><UploadId>an id</UploadId></Result>"),
            "put" => {
                self.object.clone_from(&request.body);
                tagged()
            }
            "part" => {
                let checksum = request.header("x-amz-checksum-crc32").unwrap_or_default();
                self.parts.insert(number(), (request.body.clone(), checksum.to_owned()));
                tagged().with("x-amz-checksum-crc32", checksum)
            }
            "complete" => {
                let numbers = request.summary.split(' ').skip(1).map(|number| number.parse::<u32>().unwrap());
                self.object = numbers.flat_map(|number| self.parts[&number].0.clone()).collect();
                let body = "<Result><ETag>\"tag\"</ETag><ChecksumCRC32>of parts</ChecksumCRC32></Result>";
                Response::new(200, body).with("x-amzn-requestid", "id")
            }
            "abort" => Response::new(204, ""),
            "list" => self.list(request.query.get("part-number-marker").map_or(0, |it| it.parse().unwrap())),
            _ => self.get(request),
        }
    }

    /// Lists one part.
    fn list(&self, after: u32) -> Response {
        let mut parts = self.parts.range(after + 1..);
        let part = parts.next().map(|(number, (part, checksum))| {
            format!(
                "<Part><PartNumber>{number}</PartNumber><Size>{}</Size><ETag>\"tag\"</ETag>\
                 <ChecksumCRC32>{checksum}</ChecksumCRC32></Part><NextPartNumberMarker>{number}</NextPartNumberMarker>",
                part.len()
            )
        });
        let (part, is_truncated) = (part.unwrap_or_default(), parts.next().is_some());
        Response::new(200, format!("<Result>{part}<IsTruncated>{is_truncated}</IsTruncated></Result>"))
    }

    fn get(&self, request: &Request) -> Response {
        if request.header("if-match").is_some_and(|tag| tag != "\"tag\"") {
            return Response::new(412, "");
        }
        let Some(range) = request.header("range") else {
            return Response::new(200, self.object.clone()).with("ETag", "\"tag\"");
        };
        let (first, last) = range.strip_prefix("bytes=").unwrap().split_once('-').unwrap();
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        let content_range = format!("bytes {first}-{last}/{}", self.object.len());
        Response::new(206, &self.object[first..=last])
            .with("ETag", "\"tag\"")
            .with("Content-Range", content_range)
    }
}

/// Reads a request; `None` at the end of the connection.
fn read(reader: &mut BufReader<TcpStream>) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let (method, rest) = line.split_once(' ').unwrap();
    let query = rest.split(' ').next().unwrap().split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut request = Request {
        method: method.to_owned(),
        query: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        headers: fields(reader)?,
        ..Request::default()
    };
    let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    if request.header("content-encoding") == Some("aws-chunked") {
        body = unchunked(&mut &body[..], &mut request.headers);
    }
    request.body = body;
    request.summary = summary(&request);
    Some(request)
}

/// Reads lines such as `name: value` up to an empty one.
fn fields(reader: &mut impl std::io::BufRead) -> Option<BTreeMap<String, String>> {
    let mut fields = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { return Some(fields) };
        fields.insert(name.to_lowercase(), value.trim().to_owned());
    }
}

/// Removes the encoding of chunks, and adds their trailers to the headers.
fn unchunked(encoded: &mut &[u8], headers: &mut BTreeMap<String, String>) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        encoded.read_line(&mut line).unwrap();
        let length = usize::from_str_radix(line.trim_end().split(';').next().unwrap(), 16).unwrap();
        if length == 0 {
            headers.extend(fields(encoded).unwrap());
            return body;
        }
        body.extend_from_slice(&encoded[..length]);
        *encoded = &encoded[length + 2..];
    }
}

fn summary(request: &Request) -> String {
    let has_upload = request.query.contains_key("uploadId");
    match (&*request.method, has_upload) {
        ("PUT", true) => format!("part {}", request.query["partNumber"]),
        ("PUT", false) => "put".to_owned(),
        ("POST", true) => {
            let body = String::from_utf8_lossy(&request.body);
            let numbers = body.split("<PartNumber>").skip(1).map(|rest| rest.split('<').next().unwrap());
            format!("complete {}", numbers.collect::<Vec<_>>().join(" "))
        }
        ("POST", false) => "create".to_owned(),
        ("DELETE", _) => "abort".to_owned(),
        (_, true) => "list".to_owned(),
        (_, false) => format!("get {}", request.header("range").unwrap_or_default()).trim_end().to_owned(),
    }
}

fn write(writer: &mut TcpStream, request: &Request, response: Response) -> std::io::Result<()> {
    let Response { status, headers, body, cut } = response;
    let mut head = format!("HTTP/1.1 {status} Status\r\n");
    if status != 204 {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    writer.write_all(format!("{head}\r\n").as_bytes())?;
    let body = if request.method == "HEAD" { &[] } else { &body[..cut.unwrap_or(body.len())] };
    writer.write_all(body)?;
    writer.flush()
}
