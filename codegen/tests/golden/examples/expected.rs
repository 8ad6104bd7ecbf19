// ---- src/operation/put_thing/fluent_builder.rs
impl Client {
    /// Puts a thing.
    ///
    /// # Example
    ///
    /// A thing of everything
    ///
    /// Values of every kind, with "quotes", \`\`\` and {braces}.
    ///
    /// ```no_run
    /// # async fn example(client: &golden_examples::Client) -> Result<(), golden_examples::Error> {
    /// let output = client
    ///     .put_thing()
    ///     .r#type("crate :: ``` \"x\" {y}\n# z")
    ///     .loud(true)
    ///     .set_ratio(Some(0.5))
    ///     .color(golden_examples::types::Color::from("red"))
    ///     .set_words(Some(vec!["a".to_owned(), "b".to_owned()]))
    ///     .set_counts(Some(std::collections::HashMap::from([("one".to_owned(), 1)])))
    ///     .set_choice(
    ///         Some(
    ///             golden_examples::types::Choice::Part(
    ///                 golden_examples::types::Part::builder()
    ///                     .set_name(Some("n".to_owned()))
    ///                     .set_made(
    ///                         Some(
    ///                             aws_smithy_types::DateTime::from_secs_and_nanos(
    ///                                 1700000000,
    ///                                 0,
    ///                             ),
    ///                         ),
    ///                     )
    ///                     .build()
    ///                     .expect("all that is required"),
    ///             ),
    ///         ),
    ///     )
    ///     .part(
    ///         golden_examples::types::Part::builder()
    ///             .set_name(Some("p".to_owned()))
    ///             .build()
    ///             .expect("all that is required"),
    ///     )
    ///     .set_data(Some(aws_smithy_types::Blob::new(b"bytes")))
    ///     .set_anything(
    ///         Some(
    ///             aws_smithy_types::Document::Object(
    ///                 std::collections::HashMap::from([
    ///                     (
    ///                         "a".to_owned(),
    ///                         aws_smithy_types::Document::Array(
    ///                             vec![
    ///                                 aws_smithy_types::Document::from(1u64),
    ///                                 aws_smithy_types::Document::Null,
    ///                                 aws_smithy_types::Document::from("b")
    ///                             ],
    ///                         ),
    ///                     ),
    ///                 ]),
    ///             ),
    ///         ),
    ///     )
    ///     .send()
    ///     .await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Nothing at all
    ///
    /// ```no_run
    /// # async fn example(client: &golden_examples::Client) -> Result<(), golden_examples::Error> {
    /// let output = client.put_thing().send().await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_thing(&self) -> PutThingFluentBuilder {
        PutThingFluentBuilder {
            handle: self.handle.clone(),
            inner: Default::default(),
        }
    }
}
