namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>What a receiver does wrong.</summary>
internal enum Fault
{
    /// <summary>Nothing: it takes the message and says so.</summary>
    None,

    /// <summary>It answers 500.</summary>
    Fails,

    /// <summary>It says nothing for longer than anybody waits.</summary>
    Hangs,

    /// <summary>It sends the sender elsewhere.</summary>
    Redirects,

    /// <summary>It answers 500 and 10 MB.</summary>
    Floods,

    /// <summary>It takes the message and breaks the connection before it says so.</summary>
    Breaks,
}
