//! Runs a target on mutations of a corpus, up to the first crash.

use std::any::Any;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};
use std::{env, fmt, fs, io, thread};

use crate::corpus::Entry;
use crate::mutate::mutate;
use crate::random::Random;

/// A target with its corpus and limits.
#[derive(Clone)]
pub struct Driver {
    /// Name of the target, for messages and files.
    pub name: &'static str,
    /// The target.
    pub target: fn(&[u8]),
    /// Inputs to mutate.
    pub corpus: Vec<Entry>,
    /// Returns the number of bytes that the process has allocated so far.
    pub allocated: fn() -> usize,
    /// Limits of an input.
    pub limits: Limits,
    /// Selection of inputs.
    pub inputs: Inputs,
    /// Folder for the current input, which is the only trace of a stack overflow.
    pub folder: PathBuf,
}

/// Limits of an input.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time for one input. It is generous because the machine may be busy; `bytes` detects growth.
    pub max_time: Duration,
    /// Bytes to allocate for an empty input.
    pub max_bytes: usize,
    /// Additional bytes to allocate per byte of the input.
    pub max_bytes_per_byte: usize,
}

/// Selection of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inputs {
    /// The corpus, then mutations for this time. The same seed gives the same sequence.
    For(Duration, u64),
    /// The corpus, then this number of mutations, which are the same on every machine.
    First(u64, u64),
    /// The mutation of this number, as reported by a [`Crash`].
    Only(u64),
}

impl Inputs {
    /// Reads `FUZZ_ONLY`, or `FUZZ_SECONDS` and `FUZZ_SEED`, from the environment. The default is the first `count`.
    #[must_use]
    pub fn from_environment(count: u64) -> Self {
        let number = |name| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        let seed = number("FUZZ_SEED").unwrap_or(1);
        let timed = number("FUZZ_SECONDS").map(|seconds| Self::For(Duration::from_secs(seconds), seed));
        number("FUZZ_ONLY").map(Self::Only).or(timed).unwrap_or(Self::First(count, seed))
    }
}

/// Statistics of a run without a crash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of inputs.
    pub inputs: u64,
    /// Longest time of an input, and its number.
    pub slowest: (Duration, u64),
    /// Most bytes that an input allocated beyond its own length, and its number.
    pub largest: (usize, u64),
}

/// An input that makes the target fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crash {
    /// Number of the mutation; `FUZZ_ONLY` repeats it.
    pub number: u64,
    /// Cause of the failure.
    pub cause: Cause,
    /// File with the input.
    pub file: PathBuf,
}

/// Cause of a [`Crash`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The target panicked.
    Panic(String),
    /// The target exceeded the time limit.
    Timeout(Duration),
    /// The target allocated this number of bytes, which exceeds the limit.
    OutOfMemory(usize),
}

impl fmt::Display for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Panic(message) => write!(f, "panic: {message}")?,
            Cause::Timeout(time) => write!(f, "time limit exceeded after {time:.1?}")?,
            Cause::OutOfMemory(bytes) => write!(f, "{bytes} bytes allocated")?,
        }
        write!(f, "\ninput: {}\nrepeat with: FUZZ_ONLY={}", self.file.display(), self.number)
    }
}

/// Number and start of the current input, while one runs.
type Current = Arc<Mutex<Option<(u64, Instant)>>>;

impl Driver {
    /// Runs the target on a thread of its own, with the default stack size.
    pub fn run(self) -> io::Result<Result<Report, Crash>> {
        fs::create_dir_all(&self.folder)?;
        let (name, limit, file) = (self.name, self.limits.max_time, self.file());
        let current: Current = Arc::default();
        let (done, outcome) = mpsc::channel();
        let shared = Arc::clone(&current);
        // The report of a stack overflow has the name of the thread only.
        let worker = thread::Builder::new().name(format!("{name} on {}", file.display()));
        worker.spawn(move || done.send(self.try_all(&shared)))?;
        loop {
            match outcome.recv_timeout(Duration::from_millis(50)) {
                Ok(outcome) => return outcome,
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Err(io::Error::other("the worker ended without an outcome"));
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
            }
            let now = *current.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((number, start)) = now
                && start.elapsed() > limit
            {
                return Ok(Err(Crash { number, cause: Cause::Timeout(start.elapsed()), file }));
            }
        }
    }

    fn try_all(&self, current: &Current) -> io::Result<Result<Report, Crash>> {
        let mut report = Report::default();
        let mut file = File::create(self.file())?;
        let (time, count, seed) = match self.inputs {
            Inputs::For(time, seed) => (time, u64::MAX, seed),
            Inputs::First(count, seed) => (Duration::MAX, count, seed),
            Inputs::Only(number) => {
                let input = self.mutation(number);
                let crash = self.try_one(number, &input, current, &mut report, &mut file)?;
                return Ok(crash.map_or(Ok(report), Err));
            }
        };
        let mut random = Random::new(seed);
        let unchanged = self.corpus.iter().map(|entry| (0, entry.bytes()));
        let mutations = (0..count).map(|_| random.number()).map(|number| (number, self.mutation(number)));
        let start = Instant::now();
        for (number, input) in unchanged.chain(mutations) {
            if let Some(crash) = self.try_one(number, &input, current, &mut report, &mut file)? {
                return Ok(Err(crash));
            }
            if start.elapsed() > time {
                break;
            }
        }
        Ok(Ok(report))
    }

    /// Returns the mutation of a number, which determines entry and changes.
    fn mutation(&self, number: u64) -> Vec<u8> {
        let mut random = Random::new(number);
        let mut entry = random.pick(&self.corpus).clone();
        mutate(&mut entry.parts, &mut random);
        entry.bytes()
    }

    fn try_one(
        &self,
        number: u64,
        input: &[u8],
        current: &Current,
        report: &mut Report,
        file: &mut File,
    ) -> io::Result<Option<Crash>> {
        replace(file, input)?;
        let start = Instant::now();
        *current.lock().unwrap_or_else(PoisonError::into_inner) = Some((number, start));
        let before = (self.allocated)();
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.target)(input)));
        let bytes = (self.allocated)() - before;
        *current.lock().unwrap_or_else(PoisonError::into_inner) = None;
        report.inputs += 1;
        report.slowest = report.slowest.max((start.elapsed(), number));
        report.largest = report.largest.max((bytes.saturating_sub(input.len()), number));
        let cause = match outcome {
            Err(payload) => Cause::Panic(message(&*payload)),
            Ok(()) if bytes > self.limits.max_bytes + self.limits.max_bytes_per_byte * input.len() => {
                Cause::OutOfMemory(bytes)
            }
            Ok(()) => return Ok(None),
        };
        Ok(Some(Crash { number, cause, file: self.file() }))
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.input", self.name))
    }
}

/// Replaces the content of a file in place: some file systems flush a truncated file to disk.
fn replace(file: &mut File, input: &[u8]) -> io::Result<()> {
    file.rewind()?;
    file.write_all(input)?;
    file.set_len(input.len() as u64)
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}
