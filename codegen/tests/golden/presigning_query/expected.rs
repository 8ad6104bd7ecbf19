// ---- src/operation/synthesize_speech/fluent_builder.rs
    /// Returns a presigned `GET` request, which is not sent: anyone can send it until it expires, with a client of HTTP.
    ///
    /// The input is in the query string. The request has no body.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, or there are no credentials.
    pub async fn presigned(
        self,
        presigning_config: PresigningConfig,
    ) -> Result<PresignedRequest, SdkError<SynthesizeSpeechError, HttpResponse>> {
        orchestrator::presign_as_query::<
            SynthesizeSpeech,
        >(self.handle, self.inner.build(), None, presigning_config)
            .await
    }
