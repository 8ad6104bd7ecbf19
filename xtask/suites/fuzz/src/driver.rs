//! Runs a target on mutations of a corpus, and tells the first input that it does not survive.

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

/// What to run, on what, and how far it may go.
#[derive(Clone)]
pub struct Driver {
    /// The name of the target, for messages and files.
    pub name: &'static str,
    /// The target.
    pub target: fn(&[u8]),
    /// What mutations start from.
    pub corpus: Vec<Entry>,
    /// How many bytes the process has allocated so far.
    pub allocated: fn() -> usize,
    /// What an input may take.
    pub limits: Limits,
    /// Which inputs to try.
    pub inputs: Inputs,
    /// Where to leave the input under way: after a stack overflow nothing else tells which it was.
    pub folder: PathBuf,
}

/// What an input may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest time for one input. Generous, for the machine may be busy: what grows too fast is told by `bytes`.
    pub time: Duration,
    /// The most bytes to allocate for an empty input.
    pub bytes: usize,
    /// How many more for each byte of the input.
    pub bytes_per_byte: usize,
}

/// Which inputs to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inputs {
    /// The corpus as it is, then mutations for some time. The same seed gives the same sequence.
    For(Duration, u64),
    /// The corpus as it is, then so many mutations: the same on every machine.
    First(u64, u64),
    /// The one mutation of this number, as a finding names it.
    Only(u64),
}

impl Inputs {
    /// What the environment asks for: `FUZZ_ONLY`, or `FUZZ_SECONDS` and `FUZZ_SEED`; else the first `count`.
    #[must_use]
    pub fn from_environment(count: u64) -> Self {
        let number = |name| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        let seed = number("FUZZ_SEED").unwrap_or(1);
        let timed = number("FUZZ_SECONDS").map(|seconds| Self::For(Duration::from_secs(seconds), seed));
        number("FUZZ_ONLY").map(Self::Only).or(timed).unwrap_or(Self::First(count, seed))
    }
}

/// What a run without findings came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many inputs the target has seen.
    pub inputs: u64,
    /// The longest that one took, and its number.
    pub slowest: (Duration, u64),
    /// The most bytes that one allocated beyond its own length, and its number.
    pub largest: (usize, u64),
}

/// An input that the target does not survive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The number of the mutation; `FUZZ_ONLY` repeats it.
    pub number: u64,
    /// What happened.
    pub cause: Cause,
    /// The file with the input.
    pub file: PathBuf,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The target panicked.
    Panic(String),
    /// It was not done in time.
    Late(Duration),
    /// It allocated this many bytes, more than the input is worth.
    Greedy(usize),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Panic(message) => write!(f, "panic: {message}")?,
            Cause::Late(time) => write!(f, "not done after {time:.1?}")?,
            Cause::Greedy(bytes) => write!(f, "{bytes} bytes allocated")?,
        }
        write!(f, "\ninput: {}\nonce more: FUZZ_ONLY={}", self.file.display(), self.number)
    }
}

/// The number and the start of the input under way, if there is one just now.
type UnderWay = Arc<Mutex<Option<(u64, Instant)>>>;

impl Driver {
    /// Runs the target on a thread of its own, which has the stack of any other thread.
    pub fn run(self) -> io::Result<Result<Report, Finding>> {
        fs::create_dir_all(&self.folder)?;
        let (name, limit, file) = (self.name, self.limits.time, self.file());
        let under_way: UnderWay = Arc::default();
        let (done, outcome) = mpsc::channel();
        let shared = Arc::clone(&under_way);
        // A stack overflow is reported with the name of the thread and nothing else.
        let worker = thread::Builder::new().name(format!("{name} on {}", file.display()));
        worker.spawn(move || done.send(self.try_all(&shared)))?;
        loop {
            match outcome.recv_timeout(Duration::from_millis(50)) {
                Ok(outcome) => return outcome,
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Err(io::Error::other("the worker is gone"));
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
            }
            let now = *under_way.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((number, start)) = now
                && start.elapsed() > limit
            {
                return Ok(Err(Finding { number, cause: Cause::Late(start.elapsed()), file }));
            }
        }
    }

    fn try_all(&self, under_way: &UnderWay) -> io::Result<Result<Report, Finding>> {
        let mut report = Report::default();
        let mut file = File::create(self.file())?;
        let (time, count, seed) = match self.inputs {
            Inputs::For(time, seed) => (time, u64::MAX, seed),
            Inputs::First(count, seed) => (Duration::MAX, count, seed),
            Inputs::Only(number) => {
                let input = self.mutation(number);
                let finding = self.try_one(number, &input, under_way, &mut report, &mut file)?;
                return Ok(finding.map_or(Ok(report), Err));
            }
        };
        let mut random = Random::new(seed);
        let as_they_are = self.corpus.iter().map(|entry| (0, entry.bytes()));
        let mutations = (0..count).map(|_| random.number()).map(|number| (number, self.mutation(number)));
        let start = Instant::now();
        for (number, input) in as_they_are.chain(mutations) {
            if let Some(finding) = self.try_one(number, &input, under_way, &mut report, &mut file)? {
                return Ok(Err(finding));
            }
            if start.elapsed() > time {
                break;
            }
        }
        Ok(Ok(report))
    }

    /// The mutation of a number: of which entry, and how.
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
        under_way: &UnderWay,
        report: &mut Report,
        file: &mut File,
    ) -> io::Result<Option<Finding>> {
        keep(file, input)?;
        let start = Instant::now();
        *under_way.lock().unwrap_or_else(PoisonError::into_inner) = Some((number, start));
        let before = (self.allocated)();
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.target)(input)));
        let bytes = (self.allocated)() - before;
        *under_way.lock().unwrap_or_else(PoisonError::into_inner) = None;
        report.inputs += 1;
        report.slowest = report.slowest.max((start.elapsed(), number));
        report.largest = report.largest.max((bytes.saturating_sub(input.len()), number));
        let cause = match outcome {
            Err(payload) => Cause::Panic(message(&*payload)),
            Ok(()) if bytes > self.limits.bytes + self.limits.bytes_per_byte * input.len() => {
                Cause::Greedy(bytes)
            }
            Ok(()) => return Ok(None),
        };
        Ok(Some(Finding { number, cause, file: self.file() }))
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.input", self.name))
    }
}

/// Replaces what a file holds. In place: some file systems write a file that was emptied to the disk at once.
fn keep(file: &mut File, input: &[u8]) -> io::Result<()> {
    file.rewind()?;
    file.write_all(input)?;
    file.set_len(input.len() as u64)
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}
