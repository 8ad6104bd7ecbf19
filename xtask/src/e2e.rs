//! `cargo xtask e2e`: the generated crates against moto, an independent mock of AWS.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use xtask_common::request::{EndToEnd, Waiting, argument};
use xtask_common::{Failure, process, workspace};

use crate::compat;

mod services;

/// Time limit for the start of the server. Its first start on a machine compiles many Python files.
const START_TIMEOUT: Duration = Duration::from_mins(2);
/// Time limit for a request that polls the server.
const POLL_TIMEOUT: Duration = Duration::from_secs(10);
/// Interval between two polls.
const POLL_INTERVAL: Duration = Duration::from_millis(100);
/// Names of the connections that the test deletes.
const CONNECTIONS: [&str; 3] = ["first", "second", "third"];

/// Starts and fills the server, and runs the tests against it.
pub(crate) fn run() -> Result<(), Failure> {
    let folders = Folders::create()?;
    let environment = Environment::create(&folders)?;
    let server = Server::start(&environment, &folders)?;
    let connections = seed(&environment, &folders, &server)?;
    test_client(&server, connections)?;
    test_waiters(&environment, &server)?;
    services::test(&environment.botocore()?, server.url())?;
    drop(server);
    println!("e2e: passed");
    Ok(())
}

/// Returns the folder of the models of botocore, which the virtual environment has.
pub(crate) fn botocore() -> Result<PathBuf, Failure> {
    Environment::create(&Folders::create()?)?.botocore()
}

fn step(message: &str) {
    println!("e2e: {message}");
}

/// Folders of the inputs and outputs.
struct Folders {
    /// Scripts and requirements.
    source: PathBuf,
    /// Temporary files, in the target folder.
    scratch: PathBuf,
}

impl Folders {
    fn create() -> Result<Self, Failure> {
        let source = workspace::root().join("xtask/suites/client/e2e");
        let scratch = workspace::target()?.join("e2e");
        fs::create_dir_all(&scratch)
            .map_err(|error| format!("cannot create `{}`: {error}", scratch.display()))?;
        Ok(Self { source, scratch })
    }
}

/// A virtual environment of Python.
struct Environment {
    programs: PathBuf,
}

impl Environment {
    /// Creates the environment, or reuses that of an earlier run with the same requirements.
    fn create(folders: &Folders) -> Result<Self, Failure> {
        let requirements = folders.source.join("requirements.txt");
        let required = fs::read_to_string(&requirements)
            .map_err(|error| format!("cannot read `{}`: {error}", requirements.display()))?;
        let folder = folders.scratch.join("venv");
        let stamp = folder.join("tinsmith-requirements.txt");
        let environment = Self { programs: folder.join(if cfg!(windows) { "Scripts" } else { "bin" }) };
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == required) {
            step("reusing the virtual environment");
            return Ok(environment);
        }
        step("creating a virtual environment");
        create_virtual_environment(&folder)?;
        step("installing the packages of `requirements.txt`");
        environment.install(&requirements)?;
        fs::write(&stamp, required)?;
        Ok(environment)
    }

    fn install(&self, requirements: &Path) -> Result<(), Failure> {
        let mut pip = self.command("python");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(requirements);
        run_command(&mut pip).map_err(|error| format!("e2e installs packages from PyPI: {error}").into())
    }

    fn command(&self, program: &str) -> Command {
        Command::new(self.programs.join(program))
    }

    /// Returns the folder of the models of botocore.
    fn botocore(&self) -> Result<PathBuf, Failure> {
        let script = "import botocore.loaders; print(botocore.loaders.Loader.BUILTIN_DATA_PATH)";
        let path = process::output(self.command("python").args(["-c", script]))?;
        Ok(PathBuf::from(path.trim()))
    }
}

fn create_virtual_environment(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Failure(format!("cannot replace `{}`: {error}", folder.display())));
        }
        _ => {}
    }
    let python = if cfg!(windows) { "python" } else { "python3" };
    run_command(Command::new(python).args(["-m", "venv"]).arg(folder))
        .map_err(|error| format!("e2e requires Python 3 with its `venv` module and pip: {error}").into())
}

/// Runs a command without standard input.
fn run_command(command: &mut Command) -> Result<(), process::Error> {
    process::run(command.stdin(Stdio::null()))
}

/// A running `moto_server`, which is stopped when dropped.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        // The process may already have exited.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn start(environment: &Environment, folders: &Folders) -> Result<Self, Failure> {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let log = folders.scratch.join("moto.log");
        let output = create_file(&log)?;
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
        server.wait_until_ready().map_err(|Failure(message)| {
            let output = fs::read_to_string(&log).unwrap_or_default();
            Failure(format!("{message}; its output in `{}`:\n{output}", log.display()))
        })?;
        Ok(server)
    }

    fn wait_until_ready(&mut self) -> Result<(), Failure> {
        let start = Instant::now();
        while start.elapsed() < START_TIMEOUT {
            if let Some(status) = self.process.try_wait()? {
                return Err(Failure(format!("moto_server exited early ({status})")));
            }
            if self.is_ready().unwrap_or_default() {
                return Ok(());
            }
            thread::sleep(POLL_INTERVAL);
        }
        Err(Failure(format!("moto_server did not respond within {} s", START_TIMEOUT.as_secs())))
    }

    fn is_ready(&self) -> io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&self.address, POLL_TIMEOUT)?;
        stream.set_read_timeout(Some(POLL_TIMEOUT))?;
        write!(stream, "GET /moto-api/ HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address)?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start.ends_with(b" 200"))
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn create_file(path: &Path) -> Result<File, Failure> {
    File::create(path).map_err(|error| Failure(format!("cannot write `{}`: {error}", path.display())))
}

/// Creates the connections with boto3. Returns the file with their descriptions as boto3 returned them.
fn seed(environment: &Environment, folders: &Folders, server: &Server) -> Result<PathBuf, Failure> {
    step(&format!("creating {} connections with boto3", CONNECTIONS.len()));
    let path = folders.scratch.join("connections.json");
    let mut script = environment.command("python");
    script
        .arg(folders.source.join("seed.py"))
        .arg(server.url())
        .args(CONNECTIONS)
        .stdout(create_file(&path)?);
    run_command(&mut script)?;
    Ok(path)
}

/// Tests the committed crate.
fn test_client(server: &Server, connections: PathBuf) -> Result<(), Failure> {
    step("deleting the connections with the committed crate");
    let request = EndToEnd { endpoint: server.url(), connections };
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "client-suite", "--bin", "e2e", "--manifest-path"]);
    cargo.arg(workspace::root().join("xtask/suites/Cargo.toml"));
    cargo.arg("--target-dir").arg(workspace::target()?).arg("--").arg(argument(&request)?);
    Ok(run_command(&mut cargo)?)
}

/// Tests waiters and paginators with the crate of all operations: the operation of the committed crate has none.
fn test_waiters(environment: &Environment, server: &Server) -> Result<(), Failure> {
    step("waiting for connections with the crate of all operations");
    compat::generate(&environment.botocore()?)?;
    let request = Waiting { endpoint: server.url() };
    Ok(run_command(compat::cargo("run", "waiting").arg("--").arg(argument(&request)?))?)
}
