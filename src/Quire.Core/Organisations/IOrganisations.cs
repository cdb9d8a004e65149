namespace Quire.Core.Organisations;

/// <summary>The rows of organisations.</summary>
public interface IOrganisations
{
    /// <summary>The organisation of that name, or null.</summary>
    Organisation? Find(string name);

    /// <summary>The organisation of that id, or null.</summary>
    Organisation? Get(long id);

    /// <summary>All organisations, by name.</summary>
    IReadOnlyList<Organisation> List();

    /// <summary>Adds an organisation whose counter stands at 0.</summary>
    Organisation Add(string name, DateTimeOffset now);

    /// <summary>Takes the next number of the organisation's counter. In a transaction it also makes every other writer of the organisation wait.</summary>
    long NextSequence(long organisationId);
}
