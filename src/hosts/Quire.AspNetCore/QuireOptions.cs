using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Errors;
using Quire.Core.Outbound;
using Quire.Core.Stores;
using Quire.Prompts.Tokens;

namespace Quire.AspNetCore;

/// <summary>How a host serves Quire. Checked when the services are added: a wrong setting refuses to start, naming the key and the fix.</summary>
public sealed record QuireOptions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Where everything is kept. The caller opens it and closes it after the host has stopped.</summary>
    public required IStore Store { get; init; }

    /// <summary>
    /// The names that requests may carry in <c>Host</c>, without port, beside the loopback names that are always allowed; <c>*</c> allows every name
    /// and gives up the protection against DNS rebinding.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>A key of this process, which is stored nowhere and ends with it; null for none.</summary>
    public ProcessKey? ProcessKey { get; init; }

    /// <summary>How long a read with <c>Quire-Min-Sequence</c> waits for that change, from 0 to 60 s. The default is 5 s.</summary>
    public TimeSpan SequenceWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an open change feed stays silent before it sends a comment that keeps the connection alive, from 1 s to 5 min. The default is 15 s.</summary>
    public TimeSpan FeedHeartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How much composing keeps in memory; by default a quarter of the memory that the process may use.</summary>
    public CacheOptions Cache { get; init; } = new();

    /// <summary>A cache outside the process, shared by nodes; null for none. It is never needed.</summary>
    public SecondTier? SecondTier { get; init; }

    /// <summary>
    /// The hosts beside the public internet that webhooks and imports may call: names, addresses or networks, with a port or without, such as
    /// <c>hooks.corp:8443</c> and <c>10.1.0.0/16</c>. The default is none.
    /// </summary>
    public IReadOnlyList<string> AllowOutbound { get; init; } = [];

    /// <summary>Counts tokens: by vocabularies for the models that they belong to, for all others by estimate. The default knows no vocabulary.</summary>
    public TokenCounter Tokens { get; init; } = TokenCounter.Estimating;

    /// <summary>The clock; by default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Refuses settings that cannot work.</summary>
    /// <exception cref="QuireException"><c>invalid_setting</c>.</exception>
    public void Validate()
    {
        foreach (var host in AllowedHosts)
            CheckHost(host);
        _ = new OutboundRules(AllowOutbound);
        Cache.Validate();
        if (SequenceWait < TimeSpan.Zero || SequenceWait > LongestWait)
            throw Wrong(nameof(SequenceWait), $"{SequenceWait} is out of range.", "Choose 0 to 60 seconds.");
        if (FeedHeartbeat < TimeSpan.FromSeconds(1) || FeedHeartbeat > LongestPause)
            throw Wrong(nameof(FeedHeartbeat), $"{FeedHeartbeat} is out of range.", "Choose 1 second to 5 minutes.");
        if (ProcessKey is { } key && KeySecret.IdOf(key.Secret) is null)
            throw Wrong(nameof(ProcessKey), "the secret is no key.", "Make it with ProcessKey.Create.");
    }

    private static void CheckHost(string host)
    {
        var name = host is ['[', .., ']'] ? host[1..^1] : host;
        if (host != "*" && Uri.CheckHostName(name) == UriHostNameType.Unknown)
            throw Wrong(nameof(AllowedHosts), $"'{host}' is no host name.", "Write names such as prompts.example.com, without scheme, port and path, or * for every name.");
    }

    private static QuireException Wrong(string key, string reason, string fix) =>
        new(ErrorKind.Invalid, "invalid_setting", $"The setting {key} is wrong: {reason}", fix);
}
