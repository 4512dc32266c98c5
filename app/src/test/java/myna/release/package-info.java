/** What is handed out: packages, licences, documents, and that none of it asks the network. */
package myna.release;
