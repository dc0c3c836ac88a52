//! JSON lines: one request a line in, one answer a line out, in the same order.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, Write};

/// Answers every line of `input` on `output`; blank lines are passed over.
///
/// # Errors
/// When a line is no request (the message names the line) or reading or writing fails.
pub(crate) fn answer<Q: DeserializeOwned, A: Serialize>(
    input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(Q) -> A,
) -> io::Result<()> {
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let request: Q = serde_json::from_str(&line).map_err(|error| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("line {} is no request: {error}", number + 1),
            )
        })?;
        serde_json::to_writer(&mut output, &answer(request))?;
        output.write_all(b"\n")?;
    }
    output.flush()
}
