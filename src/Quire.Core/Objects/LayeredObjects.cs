using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Objects that are not stored yet, above those that are.</summary>
internal sealed class LayeredObjects : IObjectSource
{
    private readonly IObjectSource _above;
    private readonly IObjectSource _below;

    private LayeredObjects(IObjectSource above, IObjectSource below) => (_above, _below) = (above, below);

    /// <summary>Both as one; the lower one alone where there is no upper one.</summary>
    public static IObjectSource Of(IObjectSource? above, IObjectSource below) => above is null ? below : new LayeredObjects(above, below);

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value) => _above.TryRead(id, out value) || _below.TryRead(id, out value);
}
