//! Calendar dates (ISO 8601), and the date of a build.

use std::{env, fmt};

use lscb_content::Date;
use time::OffsetDateTime;
use time::format_description::well_known::Iso8601;

/// A day of the Gregorian calendar, of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(time::Date);

impl Day {
    /// The date of the build: that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), never of the
    /// clock, so that two builds of the same content give the same bytes. Without it, no contact
    /// counts as overdue and no retained file as expired.
    pub(crate) fn of_build() -> Option<Self> {
        let seconds: i64 = env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
        Self::of_seconds(seconds)
    }

    /// The day, in UTC, of a time that is counted in seconds from 1 January 1970. None before
    /// the year 1 and after 9999.
    pub(crate) fn of_seconds(seconds: i64) -> Option<Self> {
        let day = OffsetDateTime::from_unix_timestamp(seconds).ok()?.date();
        (day.year() >= 1).then_some(Self(day))
    }

    /// Reads `2026-11-25`. None if the calendar has no such day.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let day = Self(time::Date::parse(text, &Iso8601::PARSING).ok()?);
        // ISO 8601 has other forms as well, such as 2026-W48-3, and the year 0.
        (day.0.year() >= 1 && day.to_string() == text).then_some(day)
    }

    /// How many days it is after `other`; negative if it is before it.
    pub(crate) fn days_after(self, other: Self) -> i64 {
        (self.0 - other.0).whole_days()
    }

    /// The same day as a date of content.
    pub(crate) fn date(self) -> Date {
        let (year, month, day) = self.0.to_calendar_date();
        let year = u16::try_from(year).ok();
        let date = year.and_then(|year| Date::from_day(year, u8::from(month), day));
        date.expect("a day of the years 1 to 9999")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (18_078, "2019-07-01"),
        ] {
            let day = Day::of_seconds(days * 86_400).unwrap();
            assert_eq!(day.to_string(), date);
            assert_eq!(day.days_after(Day::of_seconds(0).unwrap()), days);
        }
    }

    #[test]
    fn every_day_of_the_calendar_is_read_as_it_is_written() {
        let mut day = Day::parse("0001-01-01");
        while let Some(Day(date)) = day {
            assert_eq!(Day::parse(&Day(date).to_string()), day);
            // A prime, so that every date of the year has its turn.
            day = date.checked_add(time::Duration::days(37)).map(Day);
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "0000-01-01",
            "+2026-11-25",
            "20261125",
            "2026-329",
            "2026-W48-3",
            "2026-11",
            "2026-02-29",
            "2026-11-25T00:00",
            "25-11-2026",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::of_seconds(i64::MAX), None);
    }
}
