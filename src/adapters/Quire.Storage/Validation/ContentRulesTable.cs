using Quire.Core.Validation;
using Quire.Storage.Sessions;

namespace Quire.Storage.Validation;

/// <inheritdoc cref="IContentRules"/>
internal sealed class ContentRulesTable(Db db) : IContentRules
{
    private const string One = "SELECT rules FROM content_rules WHERE organisation_id = @organisationId";
    private const string Upsert =
        "INSERT INTO content_rules (organisation_id, rules) VALUES (@organisationId, @rules) ON CONFLICT (organisation_id) DO UPDATE SET rules = excluded.rules";

    public string? Find(long organisationId) => db.Find<string>(One, new { organisationId });

    public void Set(long organisationId, string rules) => db.Execute(Upsert, new { organisationId, rules });
}
