//! `lscb`: the publisher's command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use lscb_publish::build::{self, Extras};
use lscb_publish::{check, schema, search_eval, serve};

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
        #[arg(long, default_value = "dist", conflicts_with = "trunk")]
        shell: PathBuf,
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
    /// Writes the JSON Schemas of the records and bundles.
    Schema {
        /// The folder to write them to.
        #[arg(long, default_value = "schema")]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build {
            content,
            trunk: true,
            ..
        } => build::for_trunk(&content),
        Command::Build {
            content,
            shell,
            out,
            no_compress,
            components,
            trunk: false,
        } => {
            let extras = Extras {
                compressed: !no_compress,
                components,
            };
            build::to_folder(&content, &shell, &out, extras)
        }
        Command::Check { content } => check::check(&content),
        Command::Serve { dist, port, base } => serve::serve(&dist, port, &base),
        Command::SearchEval { docs, queries, k } => search_eval::evaluate(&docs, &queries, k),
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
