using Quire.Storage.Tests.Support;

[assembly: AssemblyFixture(typeof(Stores))]
