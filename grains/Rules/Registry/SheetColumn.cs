namespace Monitor.Rules.Registry;

/// <summary>The columns of a sheet of sites. Named as the fields of the profile they fill.</summary>
internal enum SheetColumn
{
    Id,
    Name,
    Url,
    Organizer,
    Supervisor,
    Level,
    IsPortal,
    Interval,
    Keywords,
}
