// ---- src/operation.rs
/// Puts a thing.
pub mod put_documented;

// ---- src/operation/put_documented/fluent_builder.rs
impl Client {
    /// Puts a thing. It has examples:
    ///
    /// Ends the comment \*/ and opens /\* another. `backticks` and \`\``fences`\`\` and \[x] and
    /// \[link](javascript:alert(1)) and \[`crate::types::Nothing`].
    ///
    /// Second line after CRLF, bare URL <https://example.com/a_b?c=d&e=f>, \<T>, and \backslash
    /// "quote" #\[doc] //! x
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: &golden_documentation::Client) -> Result<(), golden_documentation::Error> {
    /// let output = client.put_documented().send().await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors of the service
    ///
    /// - [`Failure`](crate::types::error::Failure): Ends the comment \*/ and opens /\* another.
    pub fn put_documented(&self) -> PutDocumentedFluentBuilder {
        PutDocumentedFluentBuilder {
            handle: self.handle.clone(),
            inner: Default::default(),
        }
    }
}

// ---- src/types/documented.rs
/// A structure with *documentation*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Documented {
    /// First sentence. Second sentence with `code`, *emphasis*, **strong** and [a
    /// link](https://docs.example.com/x).
    ///
    /// - One
    /// - Two `x`
    ///
    /// > **Note:** Mind this.
    pub html: Option<String>,
    /// Ends the comment \*/ and opens /\* another. `backticks` and \`\``fences`\`\` and \[x] and
    /// \[link](javascript:alert(1)) and \[`crate::types::Nothing`].
    ///
    /// Second line after CRLF, bare URL <https://example.com/a_b?c=d&e=f>, \<T>, and \backslash
    /// "quote" #\[doc] //! x
    pub hostile: Option<String>,
    /// ```text
    /// let x = broken(;
    /// ```
    pub fenced: Option<String>,
    /// fn main() { compile_error!() }
    pub indented: Option<String>,
    /// ```text
    /// aws fixture put --name "x"
    ///   {"a": [1]}
    /// ```
    pub preformatted: Option<String>,
    /// | A | B |
    /// | --- | --- |
    /// | 1 | 2 \| 3 |
    pub table: Option<String>,
    /// The member `empty`.
    pub empty: Option<String>,
    /// The member `blank`.
    pub blank: Option<String>,
    /// An **unclosed *tag and***
    ///
    /// a stray \&unknown; & <
    pub unclosed: Option<String>,
    /// A Vec\<String> of Option\<T>, map\[key], arr\[0]\[1], a_b_c, *star*, 1 < 2 > 0, $HOME, |
    /// pipe, ~~x~~
    pub generics: Option<String>,
    /// Line one.
    /// Line two.
    /// Line
    /// three. end
    pub multi: Option<String>,
    /// \[x] \[y]\[z] \[^1] img <https://auto.example.com> \<not-a-tag>
    pub brackets: Option<String>,
    /// 1. One
    ///    1. Inner
    /// 2. Two
    ///
    /// - **Term**: Meaning
    pub ordered: Option<String>,
}

// ---- src/types/kind.rs
/// Ends the comment \*/ and opens /\* another. `backticks` and \`\``fences`\`\` and \[x] and
/// \[link](javascript:alert(1)) and \[`crate::types::Nothing`].
///
/// Second line after CRLF, bare URL <https://example.com/a_b?c=d&e=f>, \<T>, and \backslash
/// "quote" #\[doc] //! x
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Ends the comment \*/ and opens /\* another. `backticks` and \`\``fences`\`\` and \[x] and
    /// \[link](javascript:alert(1)) and \[`crate::types::Nothing`].
    ///
    /// Second line after CRLF, bare URL <https://example.com/a_b?c=d&e=f>, \<T>, and \backslash
    /// "quote" #\[doc] //! x
    A,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}
