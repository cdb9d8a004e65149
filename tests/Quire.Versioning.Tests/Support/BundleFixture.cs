using Quire.Versioning.Objects;

namespace Quire.Versioning.Tests.Support;

/// <summary>The real history of tests/data/fabric-patterns.bundle, in git and in memory.</summary>
public sealed class BundleFixture : IDisposable
{
    public BundleFixture()
    {
        Repo = GitRepo.OfBundle();
        Store = Repo.Load();
        Tip = ObjectId.Parse(Repo.Git("rev-parse", "main").Trim());
    }

    public GitRepo Repo { get; }

    public ObjectStore Store { get; }

    public ObjectId Tip { get; }

    public void Dispose() => Repo.Dispose();
}
