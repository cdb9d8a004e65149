using Quire.Core.Refs;
using Quire.Versioning.Objects;

namespace Quire.Storage.Refs;

/// <summary>A row of <c>refs</c>.</summary>
internal sealed class RefRow
{
    public string Name { get; set; } = "";

    public byte[] Target { get; set; } = [];

    public long Protected { get; set; }

    public Ref ToRef(long projectId) => new(projectId, Name, ObjectId.FromBytes(Target), Protected != 0);
}
