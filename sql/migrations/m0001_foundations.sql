CREATE SCHEMA gasworks;
