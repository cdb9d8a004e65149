namespace Quire.Storage.Tests.Support;

/// <summary>What the contract of the ports is held against.</summary>
public enum Database
{
    SqliteFile,
    SqliteMemory,
    Postgres,
}
