//! The smallest allocator that will do: it hands out one block after the other and takes none back.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

const SIZE: usize = 1 << 16;

struct Heap {
    room: UnsafeCell<[u8; SIZE]>,
    used: AtomicUsize,
}

// SAFETY: `used` only grows, so that no two blocks overlap.
unsafe impl Sync for Heap {}

// SAFETY: each block lies inside `room`, is aligned as asked, and is never handed out again.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let worst = layout.size() + layout.align();
        let start = self.used.fetch_add(worst, Ordering::Relaxed);
        if start + worst > SIZE {
            return null_mut();
        }
        let block = self.room.get().cast::<u8>().wrapping_add(start);
        block.wrapping_add(block.align_offset(layout.align()))
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static HEAP: Heap = Heap { room: UnsafeCell::new([0; SIZE]), used: AtomicUsize::new(0) };
