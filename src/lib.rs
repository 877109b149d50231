//! What a person typed, pasted or imported goes in; a normalised e-mail address, and an exact account of
//! everything that was odd about it, comes out.
#![no_std]
