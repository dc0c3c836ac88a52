//! The command line program.

mod figures;

use clap::{Parser, Subcommand};
use std::io;

/// Reads the figures of texts and checks them against reference sets.
#[derive(Parser)]
#[command(name = "plumbline", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads the quantities of texts: JSON lines {"id","text"} in, {"id","figures"} out.
    Figures,
}

fn main() -> io::Result<()> {
    match Arguments::parse().command {
        Command::Figures => {
            figures::run(io::stdin().lock(), io::BufWriter::new(io::stdout().lock()))
        }
    }
}
