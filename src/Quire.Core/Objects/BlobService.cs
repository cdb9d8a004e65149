using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Stages contents before a commit names them: durable, unreachable, the same bytes once.</summary>
/// <param name="store">Where projects are found.</param>
/// <param name="door">The way in.</param>
public sealed class BlobService(IStore store, WriteDoor door)
{
    /// <summary>Stores contents and says their ids, in order.</summary>
    /// <exception cref="QuireException"><c>too_large</c>, <c>project_not_found</c>.</exception>
    public async Task<IReadOnlyList<ObjectId>> Stage(Principal caller, string projectName, IReadOnlyList<ReadOnlyMemory<byte>> contents, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        QuireLimits.CommitChanges.Check(contents.Count, "The request");
        foreach (var content in contents)
            QuireLimits.FileBytes.Check(content.Length, "A content");
        var project = await store.Read(session => session.RequireProject(caller, projectName), cancellation);
        var blobs = contents.Select(GitObject.Blob).ToList();
        await door.Stage(project, [.. blobs.DistinctBy(blob => blob.Id).Select(blob => new StagedObject(blob, null))], cancellation);
        return [.. blobs.Select(blob => blob.Id)];
    }
}
