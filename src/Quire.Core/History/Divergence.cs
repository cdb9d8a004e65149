using Quire.Core.Refs;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>How a branch stands to another history.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Ahead">How many commits it has that the other has not.</param>
/// <param name="Behind">How many commits the other has that it has not.</param>
/// <param name="Base">The newest commit that both have; null where they have nothing in common.</param>
public sealed record Divergence(Ref Branch, int Ahead, int Behind, ObjectId? Base);
