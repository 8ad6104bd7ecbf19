//! Dates in formats other than those of Smithy.

use std::iter::Peekable;

use aws_smithy_types::{DateTime, date_time::Format};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Parses a date of ISO 8601, or one with the name of its month.
pub(super) fn parse(text: &str) -> Option<DateTime> {
    if !text.is_ascii() {
        return None;
    }
    let text = without_comment(text);
    let fields = iso_date(text).or_else(|| named_date(text))?;
    // The format checks the ranges.
    DateTime::from_str(&fields.to_rfc3339(), Format::DateTimeWithOffset).ok()
}

/// Removes the name of the zone that mail has after the zone, as in `+0000 (UTC)`.
fn without_comment(text: &str) -> &str {
    let Some((date, comment)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) else {
        return text;
    };
    let zone = date.rsplit(' ').next().unwrap_or_default();
    let is_comment = zone.starts_with(['+', '-']) && comment.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_comment { date } else { text }
}

/// The parts of a date.
#[derive(Default)]
struct Fields<'a> {
    year: u32,
    month: u32,
    day: u32,
    /// Midnight by default.
    clock: Option<Clock<'a>>,
    zone: Option<Zone>,
}

/// A time of day.
#[derive(Clone, Copy, Default)]
struct Clock<'a> {
    hour: u32,
    minute: u32,
    second: u32,
    /// Digits after the decimal point.
    fraction: &'a str,
}

/// Hours and minutes from UTC.
struct Zone {
    sign: char,
    hours: u32,
    minutes: u32,
}

impl Fields<'_> {
    fn to_rfc3339(&self) -> String {
        let Self { year, month, day, clock, zone } = self;
        let Clock { hour, minute, second, fraction } = clock.unwrap_or_default();
        let fraction = fraction.get(..9).unwrap_or(fraction);
        let point = if fraction.is_empty() { "" } else { "." };
        let &Zone { sign, hours, minutes } = zone.as_ref().unwrap_or(&Zone::UTC);
        format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{point}{fraction}{sign}{hours:02}:{minutes:02}"
        )
    }
}

/// Parses a date that begins with its numbers: `2021-07-12`, `2021/7/12`, `20210712` or `7/12/2021`, which may be followed by a
/// time.
fn iso_date(text: &str) -> Option<Fields<'_>> {
    let length =
        text.find(|character: char| !matches!(character, '0'..='9' | '-' | '/')).unwrap_or(text.len());
    let length = if is_compact(text) { 8 } else { length };
    let (date, time) = text.split_at_checked(length)?;
    let (year, month, day) = numbers_of_date(date)?;
    let mut fields = Fields { year, month, day, ..Fields::default() };
    // JavaScript writes a comma.
    let time = time.strip_prefix(['T', 't', ',']).unwrap_or(time).trim();
    if !time.is_empty() {
        fields.read_time(time)?;
    }
    Some(fields)
}

/// Returns whether text is a date and a time without anything between them, such as `20210712195008`. As seconds since the epoch, it
/// would be after the year 9999.
pub(super) fn is_compact(text: &str) -> bool {
    text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns year, month and day.
fn numbers_of_date(date: &str) -> Option<(u32, u32, u32)> {
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((number(date.get(..4)?, 4)?, number(date.get(4..6)?, 2)?, number(date.get(6..)?, 2)?));
    }
    let separator = if date.contains('/') { '/' } else { '-' };
    let mut parts = date.split(separator);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    match three {
        [year, month, day] if year.len() == 4 => Some((number(year, 4)?, number(month, 2)?, number(day, 2)?)),
        [first, second, year] if separator == '/' && year.len() == 4 => {
            let (year, first, second) = (number(year, 4)?, number(first, 2)?, number(second, 2)?);
            // The month comes first, unless it cannot be one.
            Some(if first > 12 { (year, second, first) } else { (year, first, second) })
        }
        _ => None,
    }
}

/// Parses a date with the name of its month, in any order: `Mon, 12 Jul 2021 19:50:08 +0000`, `Mon Jul 12 19:50:08 2021` or
/// `Monday, 12-Jul-21 19:50:08 GMT`.
fn named_date(text: &str) -> Option<Fields<'_>> {
    let mut fields = Fields::default();
    let mut words =
        text.split([' ', ',', '\t']).filter(|word| !word.is_empty()).flat_map(parts_of_word).peekable();
    while let Some(word) = words.next() {
        fields.read_word(word, &mut words)?;
    }
    (fields.year > 0 && fields.month > 0 && fields.day > 0).then_some(fields)
}

/// Splits `12-Jul-21`, and nothing else.
fn parts_of_word(word: &str) -> impl Iterator<Item = &str> {
    let is_date = word.contains('-') && word.contains(|character: char| character.is_ascii_alphabetic());
    word.split(move |character| character == '-' && is_date)
}

impl<'a> Fields<'a> {
    fn read_word(
        &mut self,
        word: &'a str,
        words: &mut Peekable<impl Iterator<Item = &'a str>>,
    ) -> Option<()> {
        if is_name_of(word, &WEEKDAYS).is_some() {
            return Some(());
        }
        if let Some(month) = is_name_of(word, &MONTHS) {
            if self.month > 0 {
                return None;
            }
            self.month = u32::try_from(month).ok()? + 1;
            return Some(());
        }
        if word.contains(':') && !word.starts_with(['+', '-']) {
            if self.clock.is_some() {
                return None;
            }
            self.read_time(word)?;
            if let Some(half) = words.peek().and_then(|word| Half::of(word)) {
                self.set_half(&half)?;
                words.next();
            }
            return Some(());
        }
        match number(word, 4) {
            Some(year) if word.len() == 4 && self.year == 0 => self.year = year,
            // After the year, as dateutil reads it.
            Some(_) if word.len() == 4 && self.clock.is_none() && self.zone.is_none() => {
                self.clock = Some(Clock::parse(word)?);
            }
            Some(day) if word.len() <= 2 && self.day == 0 => self.day = day,
            // As C does.
            Some(year) if word.len() == 2 && self.year == 0 => {
                self.year = if year < 69 { 2000 + year } else { 1900 + year };
            }
            Some(_) => return None,
            None => self.zone = Some(Zone::parse(word)?),
        }
        Some(())
    }

    fn set_half(&mut self, half: &Half) -> Option<()> {
        let clock = self.clock.as_mut()?;
        clock.hour = half.hour(clock.hour)?;
        Some(())
    }

    /// Reads a time of day, and the half of the day and the zone after it.
    fn read_time(&mut self, text: &'a str) -> Option<()> {
        let is_clock = |character: char| matches!(character, '0'..='9' | ':' | '.' | ',');
        let length = text.find(|character| !is_clock(character)).unwrap_or(text.len());
        let (clock, after) = text.split_at_checked(length)?;
        let mut zone = after.trim_start();
        if !clock.is_empty() {
            self.clock = Some(Clock::parse(clock)?);
        }
        if let Some((half, after)) = zone.split_at_checked(2)
            && let Some(half) = Half::of(half)
        {
            self.set_half(&half)?;
            zone = after.trim_start();
        }
        if !zone.is_empty() {
            self.zone = Some(Zone::parse(zone)?);
        }
        Some(())
    }
}

impl<'a> Clock<'a> {
    /// Parses `19:50:08.5`, `19:50`, `195008`, `1950` or `19`.
    fn parse(text: &'a str) -> Option<Self> {
        let (time, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let [hour, minute, second] = if time.contains(':') {
            let mut parts = time.split(':');
            let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
            let [hour, minute, second, None] = parts else { return None };
            [hour?, minute?, second.unwrap_or("0")]
        } else {
            let part = |start| time.get(start..start + 2);
            let is_complete = matches!(time.len(), 2 | 4 | 6);
            [is_complete.then(|| part(0))??, part(2).unwrap_or("0"), part(4).unwrap_or("0")]
        };
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self {
            hour: number(hour, 2)?,
            minute: number(minute, 2)?,
            second: number(second, 2)?,
            fraction,
        })
    }
}

/// Half of a day.
enum Half {
    Am,
    Pm,
}

impl Half {
    fn of(word: &str) -> Option<Self> {
        if word.eq_ignore_ascii_case("am") {
            return Some(Self::Am);
        }
        word.eq_ignore_ascii_case("pm").then_some(Self::Pm)
    }

    /// Returns the hour of the day.
    fn hour(&self, hour: u32) -> Option<u32> {
        let hour_of_half = (1..=12).contains(&hour).then_some(hour % 12)?;
        Some(match self {
            Self::Am => hour_of_half,
            Self::Pm => hour_of_half + 12,
        })
    }
}

impl Zone {
    const UTC: Self = Self { sign: '+', hours: 0, minutes: 0 };

    /// Parses `Z`, `GMT`, `UTC`, `+0100`, `+01:00` or `+01`. Names of other zones are ambiguous.
    fn parse(text: &str) -> Option<Self> {
        if ["z", "gmt", "utc"].iter().any(|name| text.eq_ignore_ascii_case(name)) {
            return Some(Self::UTC);
        }
        let sign = text.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
        let digits = text.get(1..)?;
        let (hours, minutes) = match digits.split_once(':') {
            Some(parts) => parts,
            None if digits.len() == 2 => (digits, "00"),
            None if digits.len() == 4 => digits.split_at_checked(2)?,
            None => return None,
        };
        Some(Self { sign, hours: number(hours, 2)?, minutes: number(minutes, 2)? })
    }
}

/// Returns the index of the name that `word` is, or is the start of: names are known by three letters.
fn is_name_of(word: &str, names: &[&str]) -> Option<usize> {
    let start = word.get(..3)?;
    let is_word = word.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_alphabetic());
    names.iter().position(|name| is_word && start.eq_ignore_ascii_case(name))
}

/// Parses a number of at most `length` digits.
fn number(digits: &str, length: usize) -> Option<u32> {
    let is_number = digits.len() <= length && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}
