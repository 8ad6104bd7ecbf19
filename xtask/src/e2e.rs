//! `cargo xtask e2e`: the generated crate against moto, a mock of AWS that other people wrote.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Failure;

/// How long the server may take to start: its first start on a machine compiles a lot of Python.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long one question to the server may take.
const PATIENCE_PER_QUESTION: Duration = Duration::from_secs(10);
/// How often the server is asked whether it is there.
const INTERVAL: Duration = Duration::from_millis(100);
/// The connections that are made for the test to delete.
const CONNECTIONS: [&str; 3] = ["first", "second", "third"];

/// Makes the environment, starts the server, fills it, and runs the tests against it.
pub(crate) fn run() -> Result<(), Failure> {
    let places = Places::find()?;
    let environment = Environment::make(&places)?;
    let server = Server::start(&environment, &places)?;
    let connections = seed(&environment, &places, &server)?;
    let outcome = test(&server, &connections).and_then(|()| wait(&server));
    drop(server);
    outcome?;
    println!("e2e: passed");
    Ok(())
}

fn step(text: &str) {
    println!("e2e: {text}");
}

/// Where things are.
struct Places {
    /// The inputs: scripts and requirements.
    source: PathBuf,
    /// What may be deleted at any time.
    scratch: PathBuf,
}

impl Places {
    fn find() -> Result<Self, Failure> {
        let program = std::env::current_exe()?;
        let target = program.ancestors().nth(2).ok_or("this program is in no target folder")?;
        let scratch = target.join("e2e");
        fs::create_dir_all(&scratch)
            .map_err(|error| format!("cannot make `{}`: {error}", scratch.display()))?;
        Ok(Self { source: Path::new(env!("CARGO_MANIFEST_DIR")).join("suites/client/e2e"), scratch })
    }
}

/// A virtual environment of Python.
struct Environment {
    programs: PathBuf,
}

impl Environment {
    /// Uses the environment of an earlier run if it was made for the same requirements.
    fn make(places: &Places) -> Result<Self, Failure> {
        let requirements = places.source.join("requirements.txt");
        let wanted = fs::read_to_string(&requirements).map_err(|error| unreadable(&requirements, &error))?;
        let folder = places.scratch.join("venv");
        let stamp = folder.join("tinsmith-requirements.txt");
        let environment = Self { programs: folder.join(if cfg!(windows) { "Scripts" } else { "bin" }) };
        if fs::read_to_string(&stamp).is_ok_and(|made_for| made_for == wanted) {
            step("the virtual environment is there");
            return Ok(environment);
        }
        step("making a virtual environment");
        create(&folder)?;
        step("installing what `requirements.txt` names");
        environment.install(&requirements)?;
        fs::write(&stamp, wanted)?;
        Ok(environment)
    }

    fn install(&self, requirements: &Path) -> Result<(), Failure> {
        let mut pip = self.command("python");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(requirements);
        finish(&mut pip, "e2e needs packages from PyPI, and pip could not install them")
    }

    fn command(&self, program: &str) -> Command {
        Command::new(self.programs.join(program))
    }
}

fn create(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Failure(format!("cannot replace `{}`: {error}", folder.display())));
        }
        _ => {}
    }
    let python = if cfg!(windows) { "python" } else { "python3" };
    let need =
        format!("e2e needs Python 3 with its `venv` module and pip, and `{python} -m venv` did not work");
    finish(Command::new(python).args(["-m", "venv"]).arg(folder), &need)
}

/// Runs a command to its end; `need` says what it means if it fails.
fn finish(command: &mut Command, need: &str) -> Result<(), Failure> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{need}: {error}"))?;
    if status.success() { Ok(()) } else { Err(Failure(format!("{need}: {status}"))) }
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure(format!("cannot read `{}`: {error}", path.display()))
}

/// A running `moto_server`, stopped when dropped.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn start(environment: &Environment, places: &Places) -> Result<Self, Failure> {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let log = places.scratch.join("moto.log");
        let output =
            File::create(&log).map_err(|error| format!("cannot write `{}`: {error}", log.display()))?;
        step(&format!("starting moto_server on {address}"));
        let process = environment
            .command("moto_server")
            .args(["-H", "127.0.0.1", "-p", &address.port().to_string()])
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .map_err(|error| format!("cannot start moto_server: {error}"))?;
        let mut server = Self { process, address };
        server.wait().map_err(|Failure(text)| {
            let said = fs::read_to_string(&log).unwrap_or_default();
            Failure(format!("{text}; its output, from `{}`:\n{said}", log.display()))
        })?;
        Ok(server)
    }

    fn wait(&mut self) -> Result<(), Failure> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.process.try_wait()? {
                return Err(Failure(format!("moto_server ended before it answered ({status})")));
            }
            if self.answers().unwrap_or_default() {
                return Ok(());
            }
            thread::sleep(INTERVAL);
        }
        Err(Failure(format!("moto_server did not answer within {} s", PATIENCE.as_secs())))
    }

    fn answers(&self) -> io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&self.address, PATIENCE_PER_QUESTION)?;
        stream.set_read_timeout(Some(PATIENCE_PER_QUESTION))?;
        write!(stream, "GET /moto-api/ HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address)?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start.ends_with(b" 200"))
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Creates the connections with boto3; the file says what boto3 makes of them.
fn seed(environment: &Environment, places: &Places, server: &Server) -> Result<PathBuf, Failure> {
    step(&format!("creating {} connections with boto3", CONNECTIONS.len()));
    let path = places.scratch.join("connections.json");
    let file = File::create(&path).map_err(|error| format!("cannot write `{}`: {error}", path.display()))?;
    let mut script = environment.command("python");
    script.arg(places.source.join("seed.py")).arg(server.url()).args(CONNECTIONS).stdout(file);
    finish(&mut script, "boto3 could not create the connections")?;
    Ok(path)
}

fn test(server: &Server, connections: &Path) -> Result<(), Failure> {
    step("deleting them with the generated crate");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut test = Command::new(cargo);
    test.args(["run", "--quiet", "--package", "client-suite", "--bin", "e2e", "--", &server.url()])
        .arg(connections);
    test.current_dir(env!("CARGO_MANIFEST_DIR"));
    finish(&mut test, "the generated crate did not do what it should")
}

/// Waiters and paginators are of operations that the committed crate lacks: of the crate of all operations.
fn wait(server: &Server) -> Result<(), Failure> {
    step("waiting for connections with the crate of all operations");
    crate::drop_in::generate()?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut test = Command::new(cargo);
    test.args(["run", "--quiet", "--manifest-path", "suites/compat/Cargo.toml", "--package", "waiting", "--"])
        .arg(server.url())
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    finish(&mut test, "waiters and paginators did not do what they should")
}
