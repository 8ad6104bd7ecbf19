// ---- src/operation/dictate.rs
    /// Builds the unsigned HTTP request for an endpoint that
    /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.
    ///
    /// Nothing is sent: sign the request and send it with any HTTP client.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set or a value cannot be serialized.
    #[inline]
    pub fn http_request(
        mut input: DictateInput,
        endpoint: &Endpoint,
    ) -> Result<Request<ByteStream>, BuildError> {
        protocol::streaming_request::<Self>(&mut input, endpoint)
    }

    const NAME: &'static str = "Dictate";
    const STREAMS_RESPONSE: bool = true;
    const SENDS_EVENTS: bool = true;
    const RECEIVES_EVENTS: bool = true;

    #[inline]
    fn take_events(input: &mut Self::Input) -> Option<EventBody> {
        Some(EventBody::take(&mut input.speech))
    }

// ---- src/operation/dictate/fluent_builder.rs
/// Fluent builder of a call of `Dictate`.
///
/// [`Client::dictate`](crate::client::Client::dictate) documents the operation and its errors.
///
/// Its setters are those of [`DictateInputBuilder`](crate::operation::dictate::builders::DictateInputBuilder).
#[must_use = "a call does nothing until it is sent"]
#[derive(Debug)]
pub struct DictateFluentBuilder {
    handle: Arc<Handle>,
    pub(super) inner: DictateInputBuilder,
}

// ---- src/operation/dictate/input.rs
/// Input of `Dictate`.
#[derive(Debug)]
#[non_exhaustive]
pub struct DictateInput {
    /// The member `language`.
    pub language: Option<String>,
    /// The member `speech`.
    pub speech: EventStreamSender<Speech, SpeechError>,
}

structure! {
    /// Builder of [`DictateInput`](crate::operation::dictate::DictateInput).
    #[derive(Debug, Default)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::DictateFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct DictateInputBuilder => fallible input DictateInput {
        /// The member `language`.
        language: optional String, set_language, get_language;
        /// The member `speech`. Required.
        speech: stream Value<EventStreamSender<Speech, SpeechError>>, set_speech, get_speech;
    }
}

schema! {
    INPUT_SCHEMA: Structure "example.events" "DictateRequest".with_http(HttpTrait::new("POST", "/dictation", Some(200))).with_no_body_members() {
        0 "language": String.with_http_header("x-language");
        1 "speech": Union.with_http_payload().with_streaming();
    }
}

// ---- src/types/error/speech_error.rs
impl SpeechError {
    /// Encodes the error as a message that ends the stream, in the default protocol of the service.
    ///
    /// # Errors
    ///
    /// Returns an error if a value cannot be serialized.
    #[inline]
    pub fn encode(&self) -> Result<Message, BuildError> {
        encode_error(&SERVICE, self)
    }
}

event_errors! {
    SpeechError, writes {
        "stopped": "Stopped" Stopped(Stopped);
    }
}

// ---- src/types/sound.rs
schema! {
    SOUND_SCHEMA: Structure "example.events" "Sound" {
        0 "samples": Blob.with_event_payload();
        1 "sequence": Integer.with_event_header();
    }
}

// ---- src/types/speech.rs
impl Speech {
    /// Encodes the event as a message, in the default protocol of the service. The message is not signed.
    ///
    /// # Errors
    ///
    /// Returns an error for `Unknown`, or if a value cannot be serialized.
    #[inline]
    pub fn encode(&self) -> Result<Message, BuildError> {
        encode(&SERVICE, self)
    }
}

union_traits! {
    Speech: SPEECH_SCHEMA, writes {
        0 Sound(value);
        1 Settings(value);
    }
}
