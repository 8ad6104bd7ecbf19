// ---- src/operation/synthesize_speech/fluent_builder.rs
    /// Returns a presigned `GET` request, which is not sent: it can be sent with any HTTP client until it expires.
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
        self.customize().presigned(presigning_config).await
    }
