using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>What the gate needs to know of a route, worked out once from its declarations.</summary>
internal sealed class RoutePlan
{
    // Only these may hold an encoded slash.
    private static readonly FrozenSet<string> WithSlash = FrozenSet.ToFrozenSet(["path", "branch", "tag"]);
    private readonly FrozenSet<string> _query;
    private readonly (string Name, int FromEnd, string After)[] _parameters;
    private readonly int _length;
    private readonly bool _isCatchAll;

    /// <summary>Reads the declarations of a route.</summary>
    /// <exception cref="InvalidOperationException">It declares no permission, or has no handler.</exception>
    public RoutePlan(RouteEndpointBuilder route)
    {
        var access = route.Metadata.OfType<Access>().LastOrDefault()
            ?? throw new InvalidOperationException($"The route {route.RoutePattern.RawText} declares no permission. Add .Requires(Permissions.…) or .AllowsAnyone(reason).");
        Access = access;
        Handler = route.Metadata.OfType<Handler>().LastOrDefault()
            ?? throw new InvalidOperationException($"The route {route.RoutePattern.RawText} has no handler of its own. Declare it with Get, Post, Put or Delete of RouteBuilding.");
        IsWholeProject = route.Metadata.OfType<WholeProject>().Any();
        Protocol = route.Metadata.OfType<Protocol>().LastOrDefault() ?? RestProtocol.Instance;
        TakesBody = route.Metadata.OfType<BodyInfo>().Any();
        _query = route.Metadata.OfType<QueryParameter>().Select(parameter => parameter.Name).ToFrozenSet(StringComparer.Ordinal);
        _length = route.RoutePattern.PathSegments.Count;
        _isCatchAll = route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll);
        _parameters = [.. Parameters(route.RoutePattern)];
    }

    /// <summary>Who may use it.</summary>
    public Access Access { get; }

    /// <summary>What it does.</summary>
    public Handler Handler { get; }

    /// <summary>Whether it shows or changes a project as a whole.</summary>
    public bool IsWholeProject { get; }

    /// <summary>How its clients speak.</summary>
    public Protocol Protocol { get; }

    /// <summary>Whether it takes a body.</summary>
    public bool TakesBody { get; }

    /// <summary>The values of the route's parameters, each decoded exactly once from the request line.</summary>
    /// <exception cref="QuireException"><c>invalid_path</c>.</exception>
    public Dictionary<string, string> Read(string target, PathString pathBase)
    {
        if (_isCatchAll)
            return [];
        var segments = RawTarget.Segments(target);
        var above = pathBase.HasValue ? pathBase.Value.Count(character => character == '/') : 0;
        if (segments.Length != _length && segments.Length != _length + above)
            throw new QuireException(ErrorKind.Invalid, "invalid_path", "The path has steps to other folders, or empty segments.", "Send the path that is meant.");
        var values = new Dictionary<string, string>(_parameters.Length, StringComparer.Ordinal);
        foreach (var (name, fromEnd, after) in _parameters)
            values[name] = WithoutEnd(RawTarget.Decode(segments[^fromEnd], WithSlash.Contains(name)), after);
        CheckOthers(segments);
        return values;
    }

    /// <summary>Refuses parameters of the query that the route does not know: a misspelt one must not be answered as if it were absent.</summary>
    /// <exception cref="QuireException"><c>unknown_parameter</c>, <c>repeated_parameter</c>.</exception>
    public void CheckQuery(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (!_query.Contains(name) && Protocol.IgnoresUnknownParameters)
                continue;
            if (!_query.Contains(name))
                throw new QuireException(ErrorKind.Invalid, "unknown_parameter", $"The query has an unknown parameter '{name}'.", Known());
            if (values.Count > 1)
                throw new QuireException(ErrorKind.Invalid, "repeated_parameter", $"The query has the parameter '{name}' more than once.");
            if (values.ToString().Contains('\0'))
                throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The parameter '{name}' has a NUL.");
        }
    }

    private string Known() => _query.Count == 0 ? "This route takes none." : $"This route takes {string.Join(", ", _query.Order(StringComparer.Ordinal))}.";

    private void CheckOthers(string[] segments)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            var fromEnd = segments.Length - i;
            if (segments[i].Contains('%') && !_parameters.Any(parameter => parameter.FromEnd == fromEnd))
                RawTarget.Decode(segments[i], mayHaveSlash: false);
        }
    }

    // The router has matched the segment, but on a text that it decoded itself.
    private static string WithoutEnd(string text, string end) => text.EndsWith(end, StringComparison.Ordinal)
        ? text[..^end.Length]
        : throw new QuireException(ErrorKind.Invalid, "invalid_path", $"The segment does not end in '{end}'.", "Write the path as it is, without escapes.");

    private static string Literal(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => throw new InvalidOperationException("A segment of a route has at most one parameter, at its beginning."),
    };

    private static IEnumerable<(string, int, string)> Parameters(RoutePattern pattern)
    {
        for (var i = 0; i < pattern.PathSegments.Count; i++)
        {
            var parts = pattern.PathSegments[i].Parts;
            if (parts[0] is RoutePatternParameterPart parameter)
                yield return (parameter.Name, pattern.PathSegments.Count - i, string.Concat(parts.Skip(1).Select(Literal)));
        }
    }
}
