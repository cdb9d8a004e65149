namespace Quire.Testing.Tests;

public sealed class RepositoryRootTests
{
    [Fact]
    public void The_root_holds_the_solution() => File.Exists(RepositoryRoot.Combine("Quire.slnx")).ShouldBeTrue();
}
