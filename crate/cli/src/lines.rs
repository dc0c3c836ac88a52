//! JSON lines: one request a line in, one answer a line out, in the same order.

use crate::terminal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, Write};

/// Answers every line of `input` on `output`; blank lines are passed over. A line that is no request is named
/// and the rest goes on; gives the number of such lines.
///
/// # Errors
/// When reading or writing fails.
pub(crate) fn answer<Q: DeserializeOwned, A: Serialize>(
    mut input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(usize, Q) -> Result<A, String>,
) -> io::Result<usize> {
    let mut refused = 0;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let answered = match request(&line) {
            Ok(None) => continue,
            Ok(Some(request)) => answer(number, request),
            Err(error) => Err(error),
        };
        match answered {
            Ok(answer) => write(&answer, &mut output)?,
            Err(error) => {
                terminal::complain(format_args!("line {number} is no request: {error}"));
                refused += 1;
            }
        }
    }
    output.flush()?;
    Ok(refused)
}

/// What a line asks; nothing where it is blank.
fn request<Q: DeserializeOwned>(line: &[u8]) -> Result<Option<Q>, String> {
    let line = std::str::from_utf8(line).map_err(|_| String::from("it is not UTF-8"))?;
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Ok(None);
    }
    let request = serde_json::from_str(line).map_err(|error| {
        // Every request is a line of its own: the place within it is the column.
        let (what, column) = (error.to_string(), error.column());
        what.strip_suffix(&format!(" at line 1 column {column}"))
            .map_or(what.clone(), |what| format!("{what} (column {column})"))
    })?;
    Ok(Some(request))
}

/// Writes an answer as one line.
///
/// # Errors
/// When writing fails.
pub(crate) fn write(answer: &impl Serialize, output: &mut impl Write) -> io::Result<()> {
    output.write_all(&plumbline_corpus::report::line(answer)?)
}

#[cfg(test)]
mod tests {
    use super::answer;
    use serde::{Deserialize, Serialize};

    #[derive(Deserialize, Serialize)]
    #[serde(deny_unknown_fields)]
    struct Echo {
        id: u8,
        text: String,
    }

    fn echo(input: &[u8]) -> (usize, String) {
        let mut output = Vec::new();
        let refused = answer(input, &mut output, |_, request: Echo| Ok(request)).expect("answers");
        (refused, String::from_utf8(output).expect("UTF-8"))
    }

    #[test]
    fn what_is_no_request_is_counted_and_the_rest_is_answered() {
        let sound = "{\"id\":1,\"text\":\"a\"}\n";
        for (between, refused) in [
            (b"\n  \n".as_slice(), 0),
            (b"{\"id\":2}\n", 1),
            (b"{\"id\":2,\"txt\":\"b\"}\nnonsense\n", 2),
            (b"{\"id\":2,\"text\":\"\xff\"}\n", 1),
        ] {
            let input = [b"\xef\xbb\xbf", sound.as_bytes(), between, sound.as_bytes()].concat();
            assert_eq!(echo(&input), (refused, sound.repeat(2)), "{between:?}");
        }
    }

    #[test]
    fn no_control_character_is_written_as_it_is() {
        let (_, line) = echo("{\"id\":1,\"text\":\"a\\u001b[31m\u{9b}2J\u{7f}é\"}".as_bytes());
        assert_eq!(
            line,
            "{\"id\":1,\"text\":\"a\\u001b[31m\\u009b2J\\u007fé\"}\n"
        );
    }
}
