using Quire.Core.Organisations;
using Quire.Storage.Sessions;

namespace Quire.Storage.Organisations;

/// <inheritdoc cref="IOrganisations"/>
internal sealed class OrganisationTable(Db db) : IOrganisations
{
    private const string ByName = $"SELECT {OrganisationRow.Columns} FROM organisations WHERE name = @name";
    private const string ById = $"SELECT {OrganisationRow.Columns} FROM organisations WHERE id = @id";
    private const string All = $"SELECT {OrganisationRow.Columns} FROM organisations ORDER BY name";
    private const string Insertion = "INSERT INTO organisations (name, sequence, created_at) VALUES (@name, 0, @at) RETURNING id";

    public Organisation? Find(string name) => db.Find<OrganisationRow>(ByName, new { name })?.ToOrganisation();

    public Organisation? Get(long id) => db.Find<OrganisationRow>(ById, new { id })?.ToOrganisation();

    public IReadOnlyList<Organisation> List() => db.Query<OrganisationRow>(All).ConvertAll(row => row.ToOrganisation());

    public Organisation Add(string name, DateTimeOffset now)
    {
        var at = Micros.From(now);
        return new Organisation(db.Find<long>(Insertion, new { name, at }), name, 0, Micros.ToTime(at));
    }

    public long NextSequence(long organisationId) => db.Find<long?>(db.Dialect.TakeNumber, new { id = organisationId })
        ?? throw new InvalidOperationException($"There is no organisation {organisationId}.");
}
