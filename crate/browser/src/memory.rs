//! Who gives memory out in the modules. The allocator of Rust's standard library is more than three times as large as this
//! one, and no faster here, where nearly all that is asked for is small and soon given back; a long page takes 2 % more memory
//! with it.

use rlsf::{GlobalTlsf, GlobalTlsfOptions};

struct Options;

impl GlobalTlsfOptions for Options {
    /// Lists that grow stay where they are as long as there is room behind them.
    const ENABLE_REALLOCATION: bool = true;
    const COALESCE_POOLS: bool = false;
}

#[global_allocator]
static MEMORY: GlobalTlsf<Options> = GlobalTlsf::new();
