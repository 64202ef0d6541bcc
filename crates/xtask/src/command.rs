use std::path::PathBuf;

use crate::dist::Build;
use crate::test::Selection;

/// What the command line can ask for.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16 },
    Build(Build),
    Check,
    Test(Selection),
    Bench { what: Vec<String> },
    Fuzz { minutes: u32 },
    Tools,
}

pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]    install what is missing, build the site, show it at
                      http://127.0.0.1:8080/ until Ctrl-C
  test [--no-browser] every test: check, cargo test, the release build, and the
                      built site in Chromium, Firefox and WebKit
  test PART [WORD...] a part: check, native, site, build, supply-chain, hosting or
                      browser; of its tests those whose names have a word in them
  test browser [WORD...] [--engine NAME] [--repeat N] [--load]
                      scenarios in one browser, N times, all processors busy
  test --record NAME  writes how long the steps took into docs/testing.md
  check               formatting, lints, dependency rules and content; no tests
  build [--release] [--out DIR] [--no-build-std] [--previous DIR [--keep-days N]]
                      the site into dist/ or DIR; --no-build-std takes the standard
                      library as rustup ships it (a larger wasm file); --previous
                      keeps the hashed files of the release in DIR for 90 or N days
  bench [WHAT...]     measure the release build: bytes, build, browser, or all of
                      them; prints tables, keeps them in target/bench/WHAT.json
  bench embed         bytes and time of parts of the site on other pages
  bench hosting       requests of nginx a second, bytes of coming back, time of a copy
  bench search        measure search natively, at 30 to 100,000 documents and on
                      ../shared/search-eval; writes the tables of docs/search.md
  fuzz [--minutes N]  feed the search crate whatever reaches new branches of it, each
                      of four targets for N minutes (1); needs a C++ compiler
  tools               only install what the other commands need, and print the
                      line that puts it on the PATH of a shell";

impl Command {
    /// Whether it compiles more than xtask itself.
    pub(crate) fn compiles(&self) -> bool {
        !matches!(self, Self::Help | Self::Tools)
    }

    /// Reads the arguments after `cargo xtask`. The error is one line for the person.
    pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let args: Vec<String> = args.into_iter().collect();
        if args.iter().any(|arg| arg == "--help" || arg == "-h") {
            return Ok(Self::Help);
        }
        let mut args = args.into_iter();
        let name = args.next().ok_or("Which command?")?;
        if name == "bench" {
            // Its arguments are the bench program's business.
            let what = args.collect();
            return Ok(Self::Bench { what });
        }
        let mut args = args.flat_map(split_value);
        let mut command = match name.as_str() {
            "help" => Self::Help,
            "serve" => Self::Serve { port: 8080 },
            "build" => Self::Build(Build::default()),
            "check" => Self::Check,
            "test" => Self::Test(Selection::default()),
            "fuzz" => Self::Fuzz { minutes: 1 },
            "tools" => Self::Tools,
            _ => return Err(format!("There is no command “{name}”.")),
        };
        while let Some(option) = args.next() {
            let mut value = |what| {
                args.next()
                    .ok_or(format!("{option} needs {what} after it."))
            };
            match (&mut command, option.as_str()) {
                (Self::Serve { port }, "--port") => {
                    let text = value("a number")?;
                    *port = text
                        .parse()
                        .map_err(|_| format!("“{text}” is not a port (0 to 65535)."))?;
                }
                (Self::Fuzz { minutes }, "--minutes") => {
                    let text = value("a number")?;
                    let number = text
                        .parse()
                        .ok()
                        .filter(|number| (1..=1440).contains(number));
                    *minutes = number
                        .ok_or(format!("“{text}” is not a number of minutes (1 to 1440)."))?;
                }
                (Self::Build(build), "--release") => build.release = true,
                (Self::Build(build), "--no-build-std") => build.build_std = false,
                (Self::Build(build), "--out") => {
                    build.out = Some(PathBuf::from(value("a folder")?))
                }
                (Self::Build(build), "--previous") => {
                    build.previous = Some(PathBuf::from(value("a folder")?))
                }
                (Self::Build(build), "--keep-days") => {
                    let text = value("a number")?;
                    let days = text.parse();
                    let days = days.map_err(|_| format!("“{text}” is not a number of days."))?;
                    build.keep_days = Some(days);
                }
                (Self::Test(selection), "--no-browser") => selection.browsers = false,
                (Self::Test(selection), "--load") => selection.load = true,
                (Self::Test(selection), "--record") => {
                    selection.record = Some(value("the name of a row of docs/testing.md")?)
                }
                (Self::Test(selection), "--engine") => {
                    let name = value("chromium, firefox or webkit")?.to_lowercase();
                    if !["chromium", "firefox", "webkit"].contains(&name.as_str()) {
                        return Err(format!(
                            "“{name}” is not an engine: chromium, firefox or webkit."
                        ));
                    }
                    selection.engines.push(name);
                }
                (Self::Test(selection), "--repeat") => {
                    let text = value("a number")?;
                    let times = text.parse().ok().filter(|times| *times > 0);
                    selection.repeat =
                        times.ok_or(format!("“{text}” is not a number of times."))?;
                }
                (Self::Test(selection), word) if !word.starts_with('-') => selection.add(word)?,
                _ => return Err(format!("`{name}` does not know “{option}”.")),
            }
        }
        Ok(command)
    }
}

/// `--port=1` is `--port 1`.
fn split_value(arg: String) -> Vec<String> {
    match arg.split_once('=') {
        Some((option, value)) if option.starts_with("--") => vec![option.into(), value.into()],
        _ => vec![arg],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_have_their_defaults() {
        assert_eq!(parse("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(parse("test"), Ok(Command::Test(Selection::default())));
        assert_eq!(parse("check"), Ok(Command::Check));
        assert_eq!(parse("tools"), Ok(Command::Tools));
        assert_eq!(parse("fuzz"), Ok(Command::Fuzz { minutes: 1 }));
        assert_eq!(parse("build"), Ok(Command::Build(Build::default())));
    }

    #[test]
    fn options_are_read_in_both_spellings() {
        assert_eq!(parse("serve --port 9"), Ok(Command::Serve { port: 9 }));
        assert_eq!(parse("serve --port=9"), Ok(Command::Serve { port: 9 }));
        assert_eq!(
            parse("test --no-browser"),
            Ok(Command::Test(Selection {
                browsers: false,
                ..Selection::default()
            }))
        );
        let expected = Build {
            release: true,
            out: Some("a/b".into()),
            build_std: false,
            previous: Some("before".into()),
            keep_days: Some(30),
        };
        assert_eq!(
            parse("build --release --out a/b --no-build-std --previous before --keep-days=30"),
            Ok(Command::Build(expected))
        );
    }

    #[test]
    fn what_is_benched_is_passed_on_as_it_is() {
        let what = vec!["size".to_owned(), "--rounds=3".to_owned()];
        assert_eq!(parse("bench size --rounds=3"), Ok(Command::Bench { what }));
    }

    #[test]
    fn help_is_given_wherever_it_is_asked_for() {
        for line in [
            "help",
            "--help",
            "-h",
            "bench --help",
            "test -h",
            "build --release --help",
        ] {
            assert_eq!(parse(line), Ok(Command::Help), "{line}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(parse(""), Err("Which command?".into()));
        assert_eq!(parse("sevre"), Err("There is no command “sevre”.".into()));
        assert_eq!(
            parse("serve --prot 1"),
            Err("`serve` does not know “--prot”.".into())
        );
        assert_eq!(
            parse("check --release"),
            Err("`check` does not know “--release”.".into())
        );
        assert_eq!(
            parse("test browser --engine opera"),
            Err("“opera” is not an engine: chromium, firefox or webkit.".into())
        );
        assert_eq!(
            parse("test browser --repeat 0"),
            Err("“0” is not a number of times.".into())
        );
        assert_eq!(
            parse("fuzz --minutes 0"),
            Err("“0” is not a number of minutes (1 to 1440).".into())
        );
        assert_eq!(
            parse("serve --port"),
            Err("--port needs a number after it.".into())
        );
        assert_eq!(
            parse("serve --port 70000"),
            Err("“70000” is not a port (0 to 65535).".into())
        );
    }

    #[test]
    fn the_usage_lists_every_command() {
        for name in ["serve", "test", "check", "build", "bench", "fuzz", "tools"] {
            assert!(parse(name).is_ok());
            assert!(
                USAGE.contains(&format!("\n  {name} ")),
                "{name} is not in the usage"
            );
        }
    }
}
