//! Division of content into parts.

/// Size of parts unless the caller sets another one: 8 MiB.
pub(super) const DEFAULT_PART_SIZE: u64 = 8 * 1024 * 1024;

/// Number of parts that are in flight unless the caller sets another one. Parts of the default size in memory, which those of a
/// reader are, then take 48 MiB.
pub(super) const DEFAULT_CONCURRENCY: usize = 6;

/// Limits of a service for the parts of an upload.
#[derive(Clone, Copy, Debug)]
pub struct PartLimits {
    /// Smallest size of a part in bytes, the last one excepted.
    pub min_size: u64,
    /// Greatest number of parts.
    pub max_count: u64,
}

impl PartLimits {
    /// Limits of downloads, whose parts have at least 64 KiB.
    pub const DOWNLOAD: Self = Self { min_size: 64 * 1024, max_count: u64::MAX };

    /// Returns the size of the parts of content whose length is unknown.
    pub(super) fn size(self, wanted: u64) -> u64 {
        wanted.max(self.min_size).max(1)
    }
}

/// A range of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) offset: u64,
    pub(super) length: u64,
}

/// Divides content into parts of one size, the last of which may be smaller. The size is `wanted`, unless the limits require
/// a greater one.
pub(super) fn divide(total: u64, wanted: u64, limits: PartLimits) -> impl Iterator<Item = Span> + Send {
    let size = limits.size(wanted).max(total.div_ceil(limits.max_count));
    (0..total.div_ceil(size)).map(move |index| {
        let offset = index * size;
        Span { offset, length: size.min(total - offset) }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MIB: u64 = 1024 * 1024;
    const LIMITS: PartLimits = PartLimits { min_size: 5 * MIB, max_count: 10_000 };

    fn lengths(total: u64, wanted: u64, limits: PartLimits) -> Vec<u64> {
        divide(total, wanted, limits).map(|span| span.length).collect()
    }

    #[test]
    fn last_part_has_the_rest() {
        assert_eq!(lengths(20 * MIB, 8 * MIB, LIMITS), [8 * MIB, 8 * MIB, 4 * MIB]);
        assert_eq!(lengths(16 * MIB, 8 * MIB, LIMITS), [8 * MIB, 8 * MIB]);
        assert_eq!(lengths(0, 8 * MIB, LIMITS).len(), 0);
    }

    #[test]
    fn size_is_raised_to_the_limits() {
        assert_eq!(lengths(6 * MIB, 1, LIMITS), [5 * MIB, MIB]);
        let terabyte = lengths(1024 * 1024 * MIB, 8 * MIB, LIMITS);
        assert_eq!((terabyte.len(), terabyte[0] / MIB), (10_000, 104));
    }

    proptest! {
        #[test]
        fn parts_cover_the_content_within_the_limits(
            total in 0_u64..1 << 42,
            wanted in 0_u64..1 << 34,
            min_size in 0_u64..1 << 23,
            max_count in 1_u64..=10_000,
        ) {
            let limits = PartLimits { min_size, max_count };
            let spans: Vec<Span> = divide(total, wanted, limits).collect();
            prop_assert!(spans.len() as u64 <= max_count);
            let mut offset = 0;
            for (index, span) in spans.iter().enumerate() {
                prop_assert_eq!(span.offset, offset);
                prop_assert!(span.length > 0);
                prop_assert!(span.length >= min_size.max(wanted) || index + 1 == spans.len());
                offset += span.length;
            }
            prop_assert_eq!(offset, total);
        }
    }
}
