// ---- src/operation/put_old.rs
/// The operation `PutOld`.
///
#[cfg_attr(
    feature = "client",
    doc = " [`Client::put_old`](crate::client::Client::put_old) sends it."
)]
///
/// # Errors of the service
///
/// - [`OldError`](PutOldError::OldError): The error `OldError`.
#[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutOld;

// ---- src/operation/put_old/fluent_builder.rs
impl Client {
    /// The operation `PutOld`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: &golden_deprecated::Client) -> Result<(), golden_deprecated::Error> {
    /// let output = client.put_old().send().await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors of the service
    ///
    /// - [`OldError`](crate::types::error::OldError): The error `OldError`.
    #[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
    pub fn put_old(&self) -> PutOldFluentBuilder {
        PutOldFluentBuilder {
            handle: self.handle.clone(),
            inner: Default::default(),
        }
    }
}

// ---- src/operation/put_old/input.rs
/// Input of `PutOld`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PutOldInput {
    /// The member `old`.
    pub old: Option<Old>,
    /// The member `kind`.
    #[deprecated(note = "deprecated by the service")]
    pub kind: Option<OldKind>,
    /// The member `choice`.
    pub choice: Option<OldChoice>,
    /// The member `level`.
    pub level: Option<i32>,
    /// The member `olds`.
    #[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
    pub olds: Option<Vec<Old>>,
    /// The member `plain`.
    pub plain: Option<String>,
}

// ---- src/types/old.rs
structure! {
    /// Builder of [`Old`](crate::types::Old).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(OLD_SCHEMA)]
    #[readable(OLD_SCHEMA)]
    pub struct OldBuilder => always structure Old {
        /// The member `name`.
        #[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
        name: optional String, set_name, get_name;
        /// The member `plain`.
        plain: optional String, set_plain, get_plain;
    }
}

// ---- src/types/old_choice.rs
/// The union `OldChoice`: one of its variants.
#[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OldChoice {
    /// The member `one`.
    #[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
    One(String),
    /// The member `two`.
    Two(Old),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

// ---- src/types/old_level.rs
/// Names for the values of `OldLevel`.
#[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OldLevel {}

impl OldLevel {
    /// The value `1`.
    #[deprecated(note = "use \"other\" instead (since 2020-01-01)")]
    pub const ONE: i32 = 1;
