//! The program as it is called.

use std::io::Write;
use std::process::{Command, Stdio};

/// How a call ended: its exit status, what it wrote, what it complained of.
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) output: String,
    pub(crate) complaint: String,
}

pub(crate) fn plumbline(arguments: &[&str], input: &[u8]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plumbline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // It may end without reading: what it says then is looked at below.
    let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input));
    let ended = child.wait_with_output().expect("the program ends");
    Ended {
        status: ended.status.code(),
        output: String::from_utf8(ended.stdout).expect("UTF-8"),
        complaint: String::from_utf8(ended.stderr).expect("UTF-8"),
    }
}
