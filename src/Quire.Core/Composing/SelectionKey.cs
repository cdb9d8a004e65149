using Quire.Core.Access;
using Quire.Prompts.Addresses;

namespace Quire.Core.Composing;

/// <summary>Everything that decides which versions a call composes, beside the pointers: what is asked for, and what the caller may see.</summary>
internal readonly struct SelectionKey : IEquatable<SelectionKey>
{
    private readonly string _view;
    private readonly string _project;
    private readonly Selector _selector;
    private readonly string? _tenant;
    private readonly string? _agent;
    private readonly IReadOnlyList<string> _features;
    private readonly IReadOnlyDictionary<string, Selector> _selectors;

    public SelectionKey(Principal caller, ComposeCall call)
        : this(caller, call, call.Features, call.Selectors)
    {
    }

    private SelectionKey(Principal caller, ComposeCall call, IReadOnlyList<string> features, IReadOnlyDictionary<string, Selector> selectors)
    {
        OrganisationId = caller.OrganisationId;
        _view = caller.View;
        _project = call.Prompt.Project.Value;
        Path = call.Prompt.Path.Value;
        _selector = call.Prompt.Selector;
        (_tenant, _agent) = (call.Tenant, call.Agent);
        (_features, _selectors) = (features, selectors);
    }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; }

    /// <summary>The prompt's path in the address.</summary>
    public string Path { get; }

    /// <summary>The bytes of its own texts.</summary>
    public long Weight => sizeof(char) * (_view.Length + Path.Length + (_tenant?.Length ?? 0) + (_agent?.Length ?? 0) + _features.Sum(feature => feature.Length + 20L))
        + (_selectors.Count * 200L);

    /// <summary>A key to be kept: what the caller may change later is copied.</summary>
    public static SelectionKey Own(Principal caller, ComposeCall call) =>
        new(caller, call, [.. call.Features], call.Selectors.ToDictionary(StringComparer.Ordinal));

    public bool Equals(SelectionKey other) =>
        OrganisationId == other.OrganisationId
        && Path == other.Path
        && _project == other._project
        && _tenant == other._tenant
        && _agent == other._agent
        && _view == other._view
        && _selector.Equals(other._selector)
        && Same(_features, other._features)
        && Same(_selectors, other._selectors);

    public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = HashCode.Combine(OrganisationId, Path, _project, _tenant, _agent, _selector);
        for (var i = 0; i < _features.Count; i++)
            hash = HashCode.Combine(hash, _features[i]);
        return hash;
    }

    private static bool Same(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i])
                return false;
        }
        return true;
    }

    private static bool Same(IReadOnlyDictionary<string, Selector> left, IReadOnlyDictionary<string, Selector> right)
    {
        if (left.Count != right.Count)
            return false;
        return left.Count == 0 || left.All(entry => right.TryGetValue(entry.Key, out var other) && entry.Value.Equals(other));
    }
}
