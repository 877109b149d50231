//! How much work something is: the edges of the control flow that are taken, which the compiler was told to report,
//! and the bytes that are asked for. Unlike time it is the same on every run.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static WORK: AtomicU64 = AtomicU64::new(0);

/// To move or clear so many bytes is about as much work as an edge.
const BYTES_FOR_AN_EDGE: usize = 16;

/// The work of one call.
pub fn of(call: impl FnOnce()) -> u64 {
    let before = WORK.load(Relaxed);
    call();
    WORK.load(Relaxed) - before
}

/// There is one thread: a load and a store are enough.
#[inline(always)]
fn add(work: u64) {
    WORK.store(WORK.load(Relaxed) + work, Relaxed);
}

// LLVM's SanitizerCoverage calls these by their names, and leaves functions of such names alone.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard(_: *mut u32) {
    add(1);
}

#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard_init(_: *mut u32, _: *mut u32) {}

/// The standard library came compiled, its edges report nothing: at least what it copies when a text or a list grows
/// is counted here.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: the system's allocator does all of it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add((layout.size() / BYTES_FOR_AN_EDGE) as u64);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add((size / BYTES_FOR_AN_EDGE) as u64);
        unsafe { System.realloc(pointer, layout, size) }
    }
}
