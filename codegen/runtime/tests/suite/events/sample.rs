//! A union of events with its errors, as the generator emits them.

use aws_smithy_schema::{
    prelude,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
use aws_smithy_types::{Blob, DateTime, error::metadata::ErrorMetadata};
use tinsmith_runtime::{
    error::Unhandled, error_traits, event_errors, exception_traits, schema, structure, union_traits,
};

schema! {
    AUDIO_SCHEMA: Structure "sample" "Audio" {
        0 "sequence": Integer.with_event_header();
        1 "at": Timestamp.with_event_header();
        2 "chunk": Blob.with_event_payload();
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audio {
    pub(super) sequence: Option<i32>,
    pub(super) at: Option<DateTime>,
    pub(super) chunk: Option<Blob>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(AUDIO_SCHEMA)]
    #[readable(AUDIO_SCHEMA)]
    pub struct AudioBuilder => always structure Audio {
        sequence: optional Scalar<i32>, set_sequence, get_sequence;
        at: optional Value<DateTime>, set_at, get_at;
        chunk: optional Value<Blob>, set_chunk, get_chunk;
    }
}

schema! {
    TRANSCRIPT_SCHEMA: Structure "sample" "Transcript" {
        0 "speaker": String.with_event_header();
        1 "words": List.with_list_member(&prelude::STRING);
        2 "confidence": Integer;
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    pub(super) speaker: Option<String>,
    pub(super) words: Option<Vec<String>>,
    pub(super) confidence: Option<i32>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(TRANSCRIPT_SCHEMA)]
    #[readable(TRANSCRIPT_SCHEMA)]
    pub struct TranscriptBuilder => always structure Transcript {
        speaker: optional String, set_speaker, get_speaker;
        words: optional Strings, set_words, get_words;
        confidence: optional Scalar<i32>, set_confidence, get_confidence;
    }
}

schema! {
    SUMMARY_SCHEMA: Structure "sample" "Summary" {
        0 "transcript": Structure.with_event_payload();
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    pub(super) transcript: Option<Transcript>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(SUMMARY_SCHEMA)]
    #[readable(SUMMARY_SCHEMA)]
    pub struct SummaryBuilder => always structure Summary {
        transcript: optional Value<Transcript>, set_transcript, get_transcript;
    }
}

schema! {
    STREAM_SCHEMA: Union "sample" "Stream" {
        0 "audio": Structure;
        1 "transcript": Structure;
        2 "end": Structure;
        3 "summary": Structure;
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Stream {
    Audio(Audio),
    Transcript(Transcript),
    End,
    Summary(Summary),
    Unknown,
}

union_traits! {
    Stream: STREAM_SCHEMA, writes and reads {
        0 Audio(value);
        1 Transcript(value);
        2 End;
        3 Summary(value);
    }
}

schema! {
    BAD_REQUEST_SCHEMA: Structure "sample" "BadRequestException" {
        0 "message": String;
        1 "field": String;
    }
}

#[derive(Clone, Debug, Default)]
pub struct BadRequestException {
    pub(super) message: Option<String>,
    pub(super) field: Option<String>,
    pub(super) meta: ErrorMetadata,
}

structure! {
    #[derive(Clone, Debug, Default)]
    #[writable(BAD_REQUEST_SCHEMA)]
    #[readable_error(BAD_REQUEST_SCHEMA, message)]
    pub struct BadRequestExceptionBuilder => always error BadRequestException {
        message: optional String, set_message, get_message;
        field: optional String, set_field, get_field;
    }
}

exception_traits!(BadRequestException, optional message);

#[derive(Debug)]
pub enum StreamError {
    BadRequestException(BadRequestException),
    Unhandled(Unhandled),
}

error_traits! { Error { BadRequestException; } }

error_traits! {
    StreamError of "Stream" into Error {
        BadRequestException;
    }
}

#[derive(Debug)]
pub enum Error {
    BadRequestException(BadRequestException),
    Unhandled(Unhandled),
}

event_errors! {
    StreamError, writes and reads {
        "badRequest": "BadRequestException" BadRequestException(BadRequestException);
    }
}
