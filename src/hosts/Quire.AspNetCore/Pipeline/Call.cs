using System.Globalization;
using Microsoft.AspNetCore.Http;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Names;

namespace Quire.AspNetCore.Pipeline;

/// <summary>A request that the gate has let through: who calls, and what for.</summary>
/// <param name="http">The request and its answer.</param>
/// <param name="caller">Who calls; null on routes that need no key.</param>
/// <param name="values">The route's parameters, decoded exactly once.</param>
/// <param name="protocol">How the client speaks.</param>
internal sealed class Call(HttpContext http, Principal? caller, IReadOnlyDictionary<string, string> values, Protocol protocol)
{
    private const int DefaultPage = 100;

    /// <summary>The request and its answer.</summary>
    public HttpContext Http { get; } = http;

    /// <summary>Who calls.</summary>
    public Principal Caller => caller ?? throw new InvalidOperationException("A route that needs no key asked who calls.");

    /// <summary>How the client speaks.</summary>
    public Protocol Protocol { get; } = protocol;

    /// <summary>Ends when the client has gone.</summary>
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>The project in the path, or the one that the protocol means without a path.</summary>
    public string Project => Protocol.ImpliedProject(Http, Caller) ?? Value("project");

    /// <summary>The prompt in the path.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public PromptPath Path => PromptPath.TryParse(Value("path"), out var path, out var error) ? path : throw error.AsException();

    /// <summary>A parameter of the path.</summary>
    public string Value(string name) => values[name];

    /// <summary>A version's number in the path.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public long Number(string name) => PositiveNumber(name, Value(name));

    /// <summary>A parameter of the query; null where it is absent.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A number from 1 in the query; null where it is absent.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public long? QueryNumber(string name) => Query(name) is { } text ? PositiveNumber(name, text) : null;

    /// <summary>A yes or no in the query; null where it is absent.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public bool? QueryFlag(string name) => Query(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The parameter '{name}' is neither true nor false."),
    };

    /// <summary>How many items a page shall have.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public int Limit()
    {
        var limit = QueryNumber("limit") ?? DefaultPage;
        if (limit > QuireLimits.PageSize.Value)
            throw Wrong("limit", $"{limit}", $"a page has at most {QuireLimits.PageSize.Value:N0} items");
        return (int)limit;
    }

    /// <summary>A header; null where it is absent or empty.</summary>
    public string? Header(string name) => Http.Request.Headers[name] is [{ Length: > 0 } value] ? value : null;

    private static long PositiveNumber(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(name, text, "a number from 1 belongs there");

    private static QuireException Wrong(string name, string text, string reason) =>
        new(ErrorKind.Invalid, "invalid_parameter", $"The parameter '{name}' is '{(text.Length > 100 ? text[..100] + "…" : text)}', but {reason}.");
}
