//! `lscb`: the publisher's command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use lscb_content::Embedder;
use lscb_publish::build::{self, BuildOptions, KEEP_DAYS, PreviousOptions};
use lscb_publish::host::Place;
use lscb_publish::policy::Profile;
use lscb_publish::verify::Expected;
use lscb_publish::{
    check, deploy, export, overlay, schema, search, search_eval, serve, sign, verify,
};

/// Publishes the website of a Local Safeguarding Children Board.
#[derive(Parser)]
#[command(name = "lscb", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks the content and writes the site.
    Build {
        /// The content folder.
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// The folder with the app that Trunk has built.
        #[arg(
            long,
            alias = "shell",
            default_value = "dist",
            conflicts_with = "trunk"
        )]
        app: PathBuf,
        /// The folder to write. It is replaced as a whole, once everything has worked.
        #[arg(long, default_value = "site", conflicts_with = "trunk")]
        out: PathBuf,
        /// Run as Trunk's hook: read and write the staging folder that Trunk names.
        #[arg(long)]
        trunk: bool,
        /// Leave out the compressed copies of each file.
        #[arg(long)]
        no_compress: bool,
        /// Add a page of all components and their examples at /components/, as the hook does
        /// in a development build.
        #[arg(long, conflicts_with = "trunk")]
        components: bool,
        /// The folder of the release before this one, as it was built. Its hashed files are
        /// kept, for documents of it that are still open, and its number is counted on from.
        #[arg(long, value_name = "DIR", env = "LSCB_PREVIOUS")]
        previous: Option<PathBuf>,
        /// For how many days files are kept that no release asks for any more. The day is
        /// that of SOURCE_DATE_EPOCH; without it nothing is dropped.
        #[arg(long, value_name = "N", env = "LSCB_KEEP_DAYS", default_value_t = KEEP_DAYS)]
        keep_days: u32,
    },
    /// Checks the content and writes nothing.
    Check {
        /// The content folder.
        #[arg(long, default_value = "content")]
        content: PathBuf,
    },
    /// Serves a built site on this machine, as a good host would.
    Serve {
        /// The built site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The path to serve it under.
        #[arg(long, default_value = "/")]
        base: String,
        #[command(flatten)]
        embedding: Embedding,
    },
    /// Writes the configuration of every host for a built site: nginx, Caddy, CloudFront, IIS,
    /// and those that lie in the site itself.
    Deploy {
        /// The built site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// The folder to write. It is replaced as a whole.
        #[arg(long, default_value = "deploy")]
        out: PathBuf,
        #[command(flatten)]
        embedding: Embedding,
        /// The path of the site on its host.
        #[arg(long, default_value = "/")]
        base: String,
        /// The server's folder. The site is to lie in it at its path.
        #[arg(long, default_value = "/srv/www")]
        root: String,
        /// What the server listens on.
        #[arg(long, default_value = "80")]
        listen: String,
        /// The name of the host; `_` is any.
        #[arg(long, default_value = "_")]
        name: String,
    },
    /// Signs a built site: writes release.json.minisig, which minisign and browsers can
    /// check. `minisign -G` makes a key; its password is asked for, or taken from
    /// LSCB_KEY_PASSWORD.
    Sign {
        /// The secret key that `minisign -G` made.
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The built site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
    },
    /// Holds a live host against its release and names what differs: missing files, other
    /// bytes, wrong types, missing headers. Exit code 1: something differs; 2: it cannot be
    /// told.
    Verify {
        /// The address of the site's first page.
        url: String,
        /// The built site that the host should have. Without it, the host is held against the
        /// release that it says it has.
        #[arg(long)]
        dist: Option<PathBuf>,
        /// The public key that the signature must fit, or the file with it (minisign.pub).
        #[arg(long, value_name = "PUBKEY")]
        key: Option<String>,
        #[command(flatten)]
        embedding: Embedding,
    },
    /// Searches a built site as its search page does. Exit code 1: nothing was found.
    Search {
        /// What to search for: `"…"` is a phrase, and after `--`, `-word` excludes.
        /// The last word may be half a word.
        #[arg(required = true)]
        words: Vec<String>,
        /// The built site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// How many results to print at most.
        #[arg(long, default_value_t = 10)]
        limit: usize,
        /// Print the answer as JSON, for other programs: docs/search.md says what is in it.
        #[arg(long)]
        json: bool,
    },
    /// Ranks a collection's documents for its questions, to measure how good search is.
    SearchEval {
        /// Documents: a JSON object with "id", "title" and "text" on each line.
        #[arg(long)]
        docs: PathBuf,
        /// Questions: a JSON object with "id" and "text" on each line.
        #[arg(long)]
        queries: PathBuf,
        /// How many documents to print for each question.
        #[arg(long, default_value_t = 10)]
        k: usize,
    },
    /// Checks the overlay of an organisation that keeps a copy of the site on its intranet: its
    /// own contacts and notice, shown beside the board's words. Names every problem with its
    /// line and what to do.
    Overlay {
        /// The organisation's file.
        file: PathBuf,
        /// The folder of the copy. The file is put into it as overlay.json once it is sound;
        /// nothing else there is changed.
        #[arg(long)]
        dist: Option<PathBuf>,
    },
    /// Writes the site as one file: to be read without a web server and without scripts, or to
    /// be put on a server somewhere else.
    #[command(group = clap::ArgGroup::new("form").required(true).multiple(true))]
    Export {
        /// A zip archive to write: unpacked, it is read from its index.html.
        #[arg(long, group = "form", value_name = "FILE")]
        zip: Option<PathBuf>,
        /// A ZIM file to write, as Kiwix reads them. Needs the program zimwriterfs.
        #[arg(long, group = "form", value_name = "FILE")]
        zim: Option<PathBuf>,
        /// A zip archive to write of the whole folder, for a server of one's own: unpacked, it
        /// is the folder again, byte for byte.
        #[arg(long, group = "form", value_name = "FILE")]
        site: Option<PathBuf>,
        /// The built site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
    },
    /// Writes the JSON Schemas of the records and bundles.
    Schema {
        /// The folder to write them to.
        #[arg(long, default_value = "schema")]
        out: PathBuf,
    },
}

/// Who may show the site in a frame, if not whom its own settings name.
#[derive(Args)]
struct Embedding {
    /// Who may show the site in a frame, in place of `embedders` of site.toml: a host as there.
    #[arg(long = "embedder")]
    embedders: Vec<Embedder>,
    /// Nobody may show the site in a frame, whatever site.toml says.
    #[arg(long, conflicts_with = "embedders")]
    standalone: bool,
}

impl Embedding {
    fn profile(&self) -> Option<Profile> {
        (self.standalone || !self.embedders.is_empty()).then(|| Profile::of(&self.embedders))
    }
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Search {
            words,
            dist,
            limit,
            json,
        } => {
            return exit_code(search::search(&dist, &words.join(" "), limit, json));
        }
        Command::Verify {
            url,
            dist,
            key,
            embedding,
        } => {
            let expected = Expected {
                dist,
                key,
                profile: embedding.profile(),
            };
            return exit_code(verify::verify(&url, &expected));
        }
        Command::Build {
            content,
            app,
            out,
            no_compress,
            components,
            trunk,
            previous,
            keep_days,
        } => {
            let previous = previous.map(|folder| PreviousOptions { folder, keep_days });
            let previous = previous.as_ref();
            let options = BuildOptions {
                compressed: !no_compress,
                components,
            };
            if trunk {
                build::for_trunk(previous, &content)
            } else {
                build::to_folder_after(previous, &content, &app, &out, options)
            }
        }
        Command::Deploy {
            dist,
            out,
            embedding,
            base,
            root,
            listen,
            name,
        } => {
            let place = Place {
                base,
                root,
                listen,
                name,
            };
            deploy::write(&dist, embedding.profile().as_ref(), &place, &out)
        }
        Command::Check { content } => check::check(&content),
        Command::Serve {
            dist,
            port,
            base,
            embedding,
        } => serve::serve(&dist, port, &base, embedding.profile()),
        Command::Sign { key, dist } => sign::sign(&key, &dist),
        Command::SearchEval { docs, queries, k } => search_eval::evaluate(&docs, &queries, k),
        Command::Overlay { file, dist } => overlay::overlay(&file, dist.as_deref()),
        Command::Export {
            zip,
            zim,
            site,
            dist,
        } => {
            let files = export::ExportFiles {
                zip: zip.as_deref(),
                zim: zim.as_deref(),
                site: site.as_deref(),
            };
            export::export(&dist, files)
        }
        Command::Schema { out } => schema::write(&out),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Exit codes as in `grep`: 0 for yes, 1 for no, 2 for an error.
fn exit_code(answer: anyhow::Result<bool>) -> ExitCode {
    match answer {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}
