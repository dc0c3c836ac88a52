//! How fast figures are read natively, from a megabyte to a hundred, and on texts made to slow the reader down.
//! Writes the text for the other measurements to the file named on the command line, if one is.

use plumbline_bench::{corpus, fastest, read};
use plumbline_core::text::tokens;
use std::hint::black_box;
use std::time::Duration;

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn main() {
    let (articles, source) = corpus::articles();
    let articles = corpus::repeated(&articles, 280_000);
    if let Some(path) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    {
        std::fs::write(&path, &articles).expect("the text can be written");
    }
    println!("figures, native, {source}, one core");
    let cold = fastest(1, || {
        black_box(read("It cost $3 million."));
    });
    println!("  first figure, the lexicon made: {cold:.1?}");
    for (megabytes, runs) in [(1, 40), (10, 8), (100, 2)] {
        let text = corpus::repeated(&articles, megabytes * 1_000_000);
        let mut found = 0;
        let cut = fastest(runs, || {
            black_box(tokens(&text));
        });
        let all = fastest(runs, || found = black_box(read(&text)).len());
        println!(
            "  {megabytes:>3} MB: {:6.1} MB/s with tokens ({:.1} MB/s for the tokens alone), {found} figures",
            rate(text.len(), all),
            rate(text.len(), cut)
        );
    }
    println!("texts made to slow it down, 250 kB and 2 MB: the rate must not fall");
    for pattern in [
        "$",
        "9",
        "1,",
        "1.111.",
        "1 000 ",
        "1/2 ",
        "1-",
        "one hundred ",
        "and a half ",
        "more than ",
        "(1",
        "5 ft ",
        "£1 and ",
        "7- or ",
        "a ",
        "½",
        "1 to ",
    ] {
        let one = pattern.repeat(250_000 / pattern.len());
        let eight = pattern.repeat(2_000_000 / pattern.len());
        let time = |text: &str| fastest(3, || drop(black_box(read(text))));
        println!(
            "  {pattern:14?} {:6.1} MB/s {:6.1} MB/s",
            rate(one.len(), time(&one)),
            rate(eight.len(), time(&eight))
        );
    }
}
