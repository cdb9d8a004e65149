using Quire.Core.Stores;

namespace Quire.Storage.Sqlite;

/// <summary>Work that waits for the writer.</summary>
internal abstract class WriteRequest
{
    /// <summary>Starts it; false where it was cancelled while it waited.</summary>
    public abstract bool TryStart();

    /// <summary>Runs the work; its result is kept until the transaction is durable.</summary>
    public abstract void Run(ISession session);

    /// <summary>Keeps an exception of the work until the transaction that it looked at is durable.</summary>
    public abstract void Keep(Exception error);

    /// <summary>Answers with what was kept.</summary>
    public abstract void Answer();

    /// <summary>Answers with an error, whatever was kept.</summary>
    public abstract void Fail(Exception error);
}
