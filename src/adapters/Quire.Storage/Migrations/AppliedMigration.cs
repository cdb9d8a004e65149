namespace Quire.Storage.Migrations;

/// <summary>A row of <c>schema_migrations</c>.</summary>
internal sealed class AppliedMigration
{
    public long Number { get; set; }

    public string Name { get; set; } = "";

    public string Hash { get; set; } = "";
}
