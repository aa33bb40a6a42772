namespace Orleans.Runtime
{
    /// <summary>The base of what the runtime throws.</summary>
    public class OrleansException : Exception
    {
        public OrleansException() : base("Unexpected error.")
        {
        }

        public OrleansException(string message) : base(message)
        {
        }

        public OrleansException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }

    /// <summary>The process is stopping and takes no more calls.</summary>
    public sealed class SiloUnavailableException : OrleansException
    {
        public SiloUnavailableException() : base("The process is stopping and takes no more calls.")
        {
        }

        public SiloUnavailableException(string message) : base(message)
        {
        }

        public SiloUnavailableException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }
}

namespace Orleans.Storage
{
    /// <summary>Somebody else wrote the state in between. The activation that gets this out of a turn ends, and so reads anew.</summary>
    public class InconsistentStateException : Runtime.OrleansException
    {
        public InconsistentStateException()
        {
        }

        public InconsistentStateException(string message) : base(message)
        {
        }

        public InconsistentStateException(string message, Exception? innerException) : base(message, innerException!)
        {
        }

        public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException = null)
            : base(errorMsg, storageException!) => (StoredEtag, CurrentEtag) = (storedEtag, currentEtag);

        public InconsistentStateException(string? storedEtag, string? currentEtag, Exception storageException)
            : this(storageException.Message, storedEtag, currentEtag, storageException)
        {
        }

        /// <summary>The etag in the store.</summary>
        public string? StoredEtag { get; }

        /// <summary>The etag the writer had.</summary>
        public string? CurrentEtag { get; }
    }
}
