namespace Monitor.SampleSites.Faults;

/// <summary>What a server can do wrong below HTTP.</summary>
public enum SocketFault
{
    /// <summary>Takes the request and resets the connection.</summary>
    Reset,

    /// <summary>Sends headers and half the promised body, then resets.</summary>
    ResetMidBody,

    /// <summary>Sends half the promised body, then closes in good order.</summary>
    ShortBody,

    /// <summary>Sends half a header and closes.</summary>
    HalfHeader,

    /// <summary>Sends a chunk whose size is no number.</summary>
    BadChunk,

    /// <summary>Closes without a word.</summary>
    Silence,

    /// <summary>Speaks something that is no HTTP.</summary>
    NotHttp,

    /// <summary>Sends headers without end.</summary>
    EndlessHeaders,

    /// <summary>Answers without length or chunks and ends the body by closing; nothing is wrong with that.</summary>
    OldStyle,
}
