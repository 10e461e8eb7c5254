-- Contacts now say who knew of them: settle anew.
DELETE FROM settling;
